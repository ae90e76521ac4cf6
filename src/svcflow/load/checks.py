"""The findings about the format itself: files that cannot be read, keys and values that do not fit."""

from __future__ import annotations

from typing import NamedTuple

from svcflow.finding import Finding, Place, Related, Severity
from svcflow.i18n import Message, msg
from svcflow.interchange.result import Loss

__all__ = ["FORMAT_CHECKS", "FormatCheck", "format_finding"]


class FormatCheck(NamedTuple):
    """A check that every file has to pass; it cannot be switched off."""

    code: str
    name: str
    summary: Message
    severity: Severity = Severity.ERROR
    """How bad it usually is."""


def _foreign(loss: Loss, summary: Message) -> FormatCheck:
    return FormatCheck(loss.code, str(loss), summary, loss.severity)


FORMAT_CHECKS: dict[str, FormatCheck] = {
    check.name: check
    for check in (
        FormatCheck("S001", "unreadable-file", msg("The file cannot be read.")),
        FormatCheck("S002", "yaml-syntax", msg("The file is not valid YAML.")),
        FormatCheck("S003", "unknown-file", msg("The file is neither a process nor a catalogue.")),
        FormatCheck("S004", "duplicate-key", msg("A key is written twice.")),
        FormatCheck("S101", "unknown-key", msg("A key is not one of the format.")),
        FormatCheck("S102", "missing-key", msg("A required key is missing.")),
        FormatCheck("S103", "wrong-value", msg("A value does not fit its key.")),
        FormatCheck("S104", "empty-value", msg("A key has no value.")),
        FormatCheck("S201", "duplicate-entry", msg("Two catalogues define the same id.")),
        _foreign(Loss.UNREADABLE, msg("A file of another program cannot be read.")),
        _foreign(Loss.BROKEN, msg("A file of another program contradicts itself.")),
        _foreign(Loss.CHANGED, msg("What a file of another program says is said in another way.")),
        _foreign(Loss.LOST, msg("What a file of another program says has no place here.")),
        _foreign(Loss.UNCLEAR, msg("A file of another program can be read in several ways.")),
        FormatCheck(
            "S301",
            "unused-ignore",
            msg("A comment switches off a rule that finds nothing there."),
            Severity.WARNING,
        ),
        FormatCheck(
            "S302",
            "unknown-rule",
            msg("A comment or a setting names a rule that does not exist."),
            Severity.WARNING,
        ),
    )
}


def format_finding(
    name: str,
    message: Message,
    place: Place,
    help: Message | None = None,
    related: tuple[Related, ...] = (),
    severity: Severity = Severity.ERROR,
) -> Finding:
    """Return a finding of one of the `FORMAT_CHECKS`."""
    return Finding(FORMAT_CHECKS[name].code, name, severity, message, place, related, help)
