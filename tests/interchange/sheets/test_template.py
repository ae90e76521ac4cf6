from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from svcflow.i18n import LANGUAGES, translator
from svcflow.interchange.sheets.column import Sheet
from svcflow.interchange.sheets.recognise import recognised
from svcflow.interchange.sheets.template import MORE, SHEETS
from tests.support.tables import grid

MANUAL = (Path(__file__).parents[3] / "docs/spreadsheets.md").read_text("utf-8")


def rows_of(sheet: Sheet) -> list[str]:
    """The rows of the manual's table for a sheet."""
    rows = []
    for column in sheet.columns:
        if not column.read_only:
            titles = " | ".join(column.title.render(translator(language)) for language in LANGUAGES)
            path = "/".join((*sheet.section, *column.path)) if sheet is not MORE else ""
            rows.append(f"| {titles} | {f'`{path}`' if path else ''} | {column.note} |")
    return rows


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: str(sheet.title))
def test_the_manual_tells_every_column(sheet: Sheet) -> None:
    assert [row for row in rows_of(sheet) if row not in MANUAL] == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: str(sheet.title))
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_heading_means_one_column(sheet: Sheet, language: str) -> None:
    titles = [column.title.render(translator(language)) for column in sheet.columns]
    assert [title for title, count in Counter(titles).items() if count > 1] == []
    if not sheet.single:
        t = translator(language)
        found = recognised(grid(titles, ["x"] * len(titles), name=sheet.title.render(t)))
        assert found is not None
        assert found.sheet is sheet
        assert [column.path for column in found.columns.values()] == [column.path for column in sheet.columns]


def test_sheets_have_names_of_their_own() -> None:
    for language in LANGUAGES:
        titles = [sheet.title.render(translator(language)) for sheet in SHEETS]
        assert len(set(titles)) == len(titles)
        assert all(len(title) <= 31 for title in titles)
