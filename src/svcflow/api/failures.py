"""Reports about what could not be done."""

from __future__ import annotations

from pathlib import Path

from svcflow.api.languages import message_language
from svcflow.finding import CannotDo
from svcflow.i18n import language_from_environment, translator
from svcflow.reporters.context import ReportContext
from svcflow.reporters.failure import report_failure

__all__ = ["report_error"]


def report_error(
    error: CannotDo,
    *,
    language: str | None = None,
    path: Path | None = None,
    color: bool = False,
    width: int = 100,
) -> str:
    """Return what an error says, ready to print; ``path`` tells by which workspace to choose the language."""
    try:
        spoken = message_language(language, path)
    except CannotDo:  # the language itself is what was wrong
        spoken = language_from_environment() or "en"
    return report_failure(error, ReportContext(translator(spoken), color, width))
