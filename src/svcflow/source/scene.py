"""The place where a parser gave up, seen with the eyes of whoever wrote the text."""

from __future__ import annotations

from svcflow.finding import Place, Related
from svcflow.i18n import Message
from svcflow.source.events import Trouble
from svcflow.source.lines import Lines
from svcflow.source.problem import Kind, SourceProblem

__all__ = ["Scene"]


class Scene:
    """What the parser said, and the text around the place where it stopped."""

    def __init__(self, trouble: Trouble, lines: Lines, path: str) -> None:
        self.problem = trouble.problem
        self.context = trouble.context
        self.lines = lines
        self.path = path
        self.offset = trouble.offset
        self.opened = trouble.context_offset
        self.number, self.column = lines.position(self.offset)
        self.line = lines.line(self.number)
        self.before = self.line[: self.column - 1]
        self.char = self.line[self.column - 1 : self.column]
        self.opener = lines.text[self.opened : self.opened + 1]

    def says(self, *words: str) -> bool:
        """Tell whether the parser's complaint has one of these words; the two parsers word it differently."""
        return any(word in self.problem for word in words)

    def line_above(self) -> tuple[int, str]:
        """Return number and text of the last line above that has content, 0 when there is none."""
        for number in range(self.number - 1, 0, -1):
            line = self.lines.line(number)
            if line.strip() and not line.lstrip().startswith("#"):
                return number, line
        return 0, ""

    def at(self, start: int, end: int, message: Message, help_: Message, *related: Related) -> SourceProblem:
        """Make the problem of a stretch of text."""
        return SourceProblem(self.lines.span(start, end), Kind.SYNTAX, message, help_, related)

    def here(self, message: Message, help_: Message, *related: Related) -> SourceProblem:
        """Make a problem from where the parser stopped to the end of that line."""
        end = max(self.offset + len(self.line[self.column - 1 :].rstrip()), self.offset + 1)
        return self.at(self.offset, end, message, help_, *related)

    def whole_line(self, number: int, message: Message, help_: Message) -> SourceProblem:
        """Make the problem of a line, without its indentation."""
        line = self.lines.line(number)
        start = self.lines.offset(number) + len(line) - len(line.lstrip())
        return self.at(start, start + len(line.strip()), message, help_)

    def related(self, offset: int, message: Message) -> Related:
        """Make a second place, of one character."""
        return Related(Place(self.path, (), self.lines.span(offset, offset + 1)), message)
