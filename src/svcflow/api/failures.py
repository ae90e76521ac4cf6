"""Reports about what could not be done."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from svcflow.api.languages import message_language
from svcflow.finding import CannotDo
from svcflow.i18n import Message, language_from_environment, translator
from svcflow.reporters.context import ReportContext

__all__ = ["report_error", "report_warnings"]


def report_error(
    error: CannotDo,
    *,
    language: str | None = None,
    path: Path | None = None,
    color: bool = False,
    width: int = 100,
) -> str:
    """Return what an error says, ready to print; ``path`` tells by which workspace to choose the language."""
    from svcflow.reporters.failure import report_failure

    try:
        spoken = message_language(language, path)
    except CannotDo:  # the language itself is what was wrong
        spoken = language_from_environment() or "en"
    return report_failure(error, ReportContext(translator(spoken), color, width))


def report_warnings(
    warnings: Iterable[Message], *, language: str, color: bool = False, width: int = 100
) -> str:
    """Return warnings, ready to print; the same one is said once."""
    from svcflow.reporters.failure import warnings_text

    return warnings_text(warnings, ReportContext(translator(language), color, width))
