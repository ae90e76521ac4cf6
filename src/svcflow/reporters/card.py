"""A rule or a format check as a card: what ``svcflow explain`` and ``svcflow rules`` show, and reports quote."""

from __future__ import annotations

from dataclasses import dataclass, replace

from svcflow.finding import Severity
from svcflow.i18n import Translator

__all__ = ["FORMAT_FAMILY", "Option", "RuleCard"]

FORMAT_FAMILY = "format"
"""The family of the checks that every file has to pass."""


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a rule: its name, what it means, and its value when nobody sets it."""

    name: str
    meaning: str
    default: str


@dataclass(frozen=True, slots=True)
class RuleCard:
    """All that is to be said about a rule or a format check.

    ``profile`` is the first profile that asks for it, None for a format check: those always run. ``more`` are further
    paragraphs. ``bad`` and ``good`` are YAML.
    """

    code: str
    name: str
    family: str
    severity: Severity
    profile: str | None
    summary: str
    why: str = ""
    fix: str = ""
    more: tuple[str, ...] = ()
    bad: str = ""
    good: str = ""
    options: tuple[Option, ...] = ()

    def translated(self, translate: Translator) -> RuleCard:
        """Return the card in another language; the examples stay as they are."""
        return replace(
            self,
            summary=translate(self.summary),
            why=translate(self.why),
            fix=translate(self.fix),
            more=tuple(map(translate, self.more)),
            options=tuple(replace(option, meaning=translate(option.meaning)) for option in self.options),
        )
