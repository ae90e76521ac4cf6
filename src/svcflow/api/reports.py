"""Reports about findings."""

from __future__ import annotations

from svcflow.api.languages import message_language
from svcflow.finding import CannotDo
from svcflow.i18n import msg, translator
from svcflow.lint import LintResult
from svcflow.reporters import FORMATS, ReportContext
from svcflow.reporters import report as _report
from svcflow.text.nearest import nearest

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
    if format not in FORMATS:
        guess = nearest(format, FORMATS)
        if guess:
            message = msg("there is no format `{name}`; did you mean `{guess}`?", name=format, guess=guess)
        else:
            message = msg("there is no format `{name}`", name=format)
        raise CannotDo(message, msg("there are: {names}", names=FORMATS))
    translate = translator(message_language(language))
    return _report(result, format, ReportContext(translate, color, width, quiet))
