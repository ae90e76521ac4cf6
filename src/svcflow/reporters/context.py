"""What a reporter knows besides the findings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from svcflow.i18n import Message, Translator, translator
from svcflow.reporters.sources import Sources
from svcflow.text.cells import one_line

__all__ = ["ReportContext"]


@dataclass(frozen=True, slots=True)
class ReportContext:
    """The language to speak, what the terminal can show, and where the lines of the files come from."""

    translate: Translator = field(default_factory=lambda: translator("en"))
    color: bool = False
    width: int = 100
    """How many cells a line may take, where the format has lines."""
    quiet: bool = False
    """Findings only, no summary."""
    line: Callable[[str, int], str | None] = field(default_factory=lambda: Sources().line)
    """Gives a line of a file by path and number, None where there is none."""

    def say(self, message: Message) -> str:
        """Return a message in the report's language."""
        return message.render(self.translate)

    def say_line(self, message: Message) -> str:
        """Return a message in the report's language on one line, safe to print on a terminal."""
        return one_line(self.say(message))
