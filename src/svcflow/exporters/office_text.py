"""What is said in files of Word and Excel, and whether somebody saved one since svcflow wrote it."""

from __future__ import annotations

from svcflow.finding import CannotDo

__all__ = ["OFFICE", "is_untouched", "saved_since", "text_of"]

OFFICE = (".docx", ".xlsx")
"""The endings of the files that can be read here."""

_HEAD = 4096
_OURS = b"<Application>svcflow</Application>"


def text_of(data: bytes, ending: str) -> str | None:
    """Return the text of a file, a line for each paragraph or row; None when it cannot be read."""
    try:
        if ending == ".xlsx":
            from svcflow.exporters.xlsx_reading import read_book

            return read_book(data)
        from svcflow.exporters.docx.reading import read_text

        return read_text(data)
    except CannotDo:
        return None


def is_untouched(found: bytes) -> bool:
    """Tell whether svcflow was the last to save a file; any other program puts its own name where svcflow's was."""
    return _OURS in found[:_HEAD]


def saved_since(found: bytes, made: bytes, ending: str) -> bool:
    """Tell whether another program saved what svcflow had made: a document with the same title."""
    return not is_untouched(found) and _title(found, ending) == _title(made, ending) != ""


def _title(data: bytes, ending: str) -> str:
    if text_of(data, ending) is None:
        return ""
    if ending == ".xlsx":
        from svcflow.exporters.xlsx_reading import title_of_book

        return title_of_book(data)
    from svcflow.exporters.docx.reading import read_title

    return read_title(data)
