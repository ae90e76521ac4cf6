"""The steps of a process as CSV."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from svcflow.exporters.bpmn.data import plain
from svcflow.i18n import msg, translator
from svcflow.interchange.sheets.fill import fill
from svcflow.interchange.sheets.template import STEPS

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.i18n import Message

__all__ = ["export"]

_ALWAYS = 4
"""The first columns stand in every file."""


def export(context: ProcessContext, language: str | None = None) -> tuple[bytes, tuple[Message, ...]]:
    """Return the steps of a process as CSV, and a warning that the rest of it is left out.

    UTF-8 with a byte order mark, which spreadsheet programs need to see; what begins like a formula has a ``'`` before
    it. Columns with nothing in them are left out.
    """
    spoken = language or context.language
    t = translator(spoken)
    rows = next(one.rows for one in fill(plain(context.process), spoken) if one.sheet is STEPS)
    shown = [column for column in STEPS.columns if not column.read_only]
    used = [place for place in range(len(shown)) if place < _ALWAYS or any(row[place] for row in rows)]
    written = io.StringIO(newline="")
    table = csv.writer(written)
    table.writerow([shown[place].title.render(t) for place in used])
    table.writerows([_quoted(row[place]) for place in used] for row in rows)
    warning = msg("CSV holds the steps only; xlsx holds the whole process")
    return b"\xef\xbb\xbf" + written.getvalue().encode("utf-8", "replace"), (warning,)


def _quoted(text: str) -> str:
    number = text.lstrip("+-").replace(".", "", 1).isdigit()
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "'"} and not number else text
