"""What a workbook says, as plain text: a line for each sheet's name and for each row that holds something."""

from __future__ import annotations

import io
import zipfile

from svcflow.finding import CannotDo
from svcflow.i18n import msg

__all__ = ["read_book", "title_of_book"]


def read_book(data: bytes) -> str:
    """Return the text of a workbook, cells of a row parted by `` | ``; raises CannotDo when it is none."""
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data))
        lines = []
        for sheet in book.worksheets:
            lines.append(f"[{sheet.title}]")
            for row in sheet.iter_rows(values_only=True):
                said = " | ".join("" if value is None else str(value) for value in row).rstrip(" |")
                lines += [said] if said else []
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError, OSError) as error:
        raise CannotDo(msg("this is no workbook that can be read: {reason}", reason=str(error))) from None
    return "\n".join(lines)


def title_of_book(data: bytes) -> str:
    """Return the title that a workbook has among its properties."""
    from openpyxl import load_workbook

    return load_workbook(io.BytesIO(data), read_only=True).properties.title or ""
