"""What is generated from the code, or compiled from other files of the repository, is up to date."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from svcflow.i18n import LANGUAGES
from tools.catalogues import check, extract, po
from tools.generated import ROOT
from tools.generated import generated as make


@cache
def generated() -> dict[Path, str]:
    return make()


TRANSLATED = [language for language in LANGUAGES if language != "en"]


def test_every_language_has_its_catalogue() -> None:
    assert po.languages() == sorted(TRANSLATED)


@pytest.mark.parametrize("language", TRANSLATED)
def test_catalogue_is_complete_and_right(language: str) -> None:
    found = list(check.problems(language, extract.extract(), po.merged(language)))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", TRANSLATED)
def test_catalogue_is_compiled(language: str) -> None:
    compiled = po.LOCALES / language.replace("-", "_") / "svcflow.mo"
    assert compiled.read_bytes() == po.compiled(language), "run: python -m tools.catalogues compile"


@pytest.mark.parametrize("path", sorted(generated()), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_generated_file_is_up_to_date(path: Path) -> None:
    assert path.read_text("utf-8") == generated()[path], "run: python -m tools.generated"


def test_no_page_of_a_family_that_is_gone() -> None:
    assert set((ROOT / "docs" / "rules").glob("*.md")) <= generated().keys()
