"""Reports about findings."""

from __future__ import annotations

from svcflow.api.choices import chosen
from svcflow.api.languages import message_language
from svcflow.i18n import msg, translator
from svcflow.lint import LintResult
from svcflow.reporters import FORMATS, ReportContext
from svcflow.reporters import report as _report

__all__ = ["report"]


def report(
    result: LintResult,
    format: str = "text",
    *,
    language: str | None = None,
    color: bool = False,
    width: int = 100,
    quiet: bool = False,
) -> str:
    """Return findings as text, ready to print, in one of the `svcflow.reporters.FORMATS`.

    ``color`` and ``width`` (cells of the terminal) count for the formats that people read, ``quiet`` leaves out the
    summary. Raises `CannotDo` for an unknown format or language.
    """
    chosen(format, FORMATS, lambda name: msg("there is no format `{name}`", name=name))
    translate = translator(message_language(language))
    return _report(result, format, ReportContext(translate, color, width, quiet))
