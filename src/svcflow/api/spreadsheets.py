"""The workbook for people who will never open YAML."""

from __future__ import annotations

from svcflow.api.languages import message_language
from svcflow.api.made import Made

__all__ = ["spreadsheet_template"]


def spreadsheet_template(language: str | None = None) -> Made:
    """Return the empty template of a process as a workbook, with notes, lists to choose from and an example.

    Its words are in ``language`` (default: the environment's). Raises `CannotDo` for a language svcflow does not speak
    and when openpyxl is not installed.
    """
    from svcflow.exporters.xlsx_process import to_template

    return Made("process.xlsx", to_template(message_language(language)))
