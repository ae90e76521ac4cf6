"""A YAML file as plain data in which every value can tell where it stands."""

from __future__ import annotations

import errno
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any

from svcflow.finding import Place, Related, Route, Span
from svcflow.i18n import Message, msg
from svcflow.i18n.reasons import reason_of
from svcflow.source.comments import Comment, find_comments
from svcflow.source.encoding import MAX_BYTES, decode, forbidden_characters, without_forbidden
from svcflow.source.lines import Lines
from svcflow.source.problem import Kind, SourceProblem

if TYPE_CHECKING:
    from svcflow.source.places import Found, Places

__all__ = ["Document", "parse", "read", "read_bytes"]


class Document:
    """A YAML file: its data, its problems, and the places of everything in it.

    ``data`` is plain Python: dict (keys are always str, as written), list, str, bool, and Int and Float, whose ``str``
    is the number as it was written. Empty values are left out of mappings, and are None in lists; ``nulls`` holds their
    routes. After a syntax error, and for an empty file, ``data`` is None. Values that came in through an alias are the
    same object at each place: treat data as read-only.

    ``text`` is the text without byte order mark. Places are found when they are asked for: a file that nobody has to
    say anything about never pays for them.
    """

    __slots__ = ("_comments", "_lines", "_places", "bom", "data", "nulls", "path", "problems", "text")

    def __init__(self, path: str, text: str, *, bom: bool = False) -> None:
        self.path = path
        self.text = text
        self.bom = bom
        """Whether the file began with a byte order mark."""
        self.data: Any = None
        self.nulls: tuple[Route, ...] = ()
        self.problems: tuple[SourceProblem, ...] = ()
        self._lines: Lines | None = None
        self._places: Places | None = None
        self._comments: tuple[Comment, ...] | None = None

    def __repr__(self) -> str:
        return f"Document({self.path!r})"

    @property
    def lines(self) -> Lines:
        """The lines of the text."""
        if self._lines is None:
            self._lines = Lines(self.text)
        return self._lines

    @property
    def comments(self) -> tuple[Comment, ...]:
        """All comments, in order."""
        if self._comments is None:
            found = find_comments(self.lines, self.places) if "#" in self.text else ()
            self._comments = tuple(found)
        return self._comments

    def line(self, number: int) -> str:
        """Return a line of the text, without its line break; an empty text for a line that does not exist."""
        return self.lines.line(number)

    def span(self, route: Route, key: bool = False) -> Span:
        """Return the place of the value at a route, or of its key.

        A value that is not in the text is looked for as far as its route goes. Where that ends in a text (a shorthand,
        as ``sla: 15m``), the text is the place; where it ends in a mapping or list, its key, or its first line when it
        has none. So is the place of an empty value its key.
        """
        places = self.places
        found = places.find(route)
        if found is None:
            return Span(1, 1, 1, 1)
        start, end = self._bounds(places, found, key)
        return self.lines.span(start, end)

    def _bounds(self, places: Places, found: Found, key: bool) -> tuple[int, int]:
        start, end = places.bounds(found.node)
        inner = not found.complete and not places.is_collection(found.node)
        if found.complete and not key and start != end:
            return start, end
        if inner and start != end:
            return start, end
        if found.key is not None:
            return places.bounds(found.key)
        if start == end:  # an empty item of a list: its dash
            return max(0, start - 1), end
        return start, min(end, self.lines.line_end(start))

    @property
    def places(self) -> Places:
        """The index of what stands where."""
        if self._places is None:
            from svcflow.source.places import Places

            self._places = Places(without_forbidden(self.text))
        return self._places


def read(path: Path, name: str | None = None) -> Document:
    """Read a YAML file; a file that cannot be read is a document with a problem. ``name`` is the path to show."""
    shown = str(path) if name is None else name
    content = read_bytes(path)
    if isinstance(content, bytes):
        return parse(content, shown)
    document = Document(shown, "")
    document.problems = (content,)
    return document


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes | SourceProblem:
    """Return what is in a file, or why it cannot be read: it is missing, closed, no file, or above ``limit`` bytes."""
    try:
        return _content(path, limit)
    except (OSError, ValueError) as error:
        return _unreadable(error)


def parse(content: bytes | str, path: str) -> Document:
    """Parse YAML; ``path`` is the name to show. Whatever is wrong is a problem of the document, never an exception."""
    problem = None
    if len(content) > MAX_BYTES:
        document = Document(path, "")
        document.problems = (_too_large(len(content)),)
        return document
    if isinstance(content, bytes):
        content, problem = decode(content)
    bom = content.startswith("\ufeff")
    document = Document(path, content[1:] if bom else content, bom=bom)
    if problem is None:
        _fill(document)
    else:
        document.problems = (problem,)
    return document


def _fill(document: Document) -> None:
    """Give a document its data, nulls and problems."""
    from svcflow.source.build import Builder, TooDeep
    from svcflow.source.events import MAX_DEPTH, YAMLError, open_events, trouble
    from svcflow.source.syntax import diagnose

    text = without_forbidden(document.text)
    problems = [] if text == document.text else list(forbidden_characters(document.text, document.lines))

    def report(kind: Kind, event: Any, message: Message, help_: Message | None, route: Route | None) -> None:
        span = document.lines.span(event.start_mark.index, event.end_mark.index)
        related: tuple[Related, ...] = ()
        if route is not None:
            first = Place(document.path, route, document.span(route, key=True))
            related = (Related(first, msg("it stands here first")),)
        problems.append(SourceProblem(span, kind, message, help_, related))

    builder = Builder(open_events(text), report)
    try:
        document.data = builder.build()
    except YAMLError as error:
        syntax = diagnose(trouble(error), document.lines, document.path)
        # What else seems wrong on that line comes from the same mistake.
        problems = [problem for problem in problems if problem.span.line != syntax.span.line]
        problems.append(syntax)
    except TooDeep as error:
        message = msg("lists and mappings lie more than {limit} levels deep in each other", limit=MAX_DEPTH)
        report(Kind.TOO_DEEP, error.event, message, msg("divide the process into several"), None)
    document.nulls = tuple(builder.nulls)
    document.problems = tuple(sorted(problems, key=lambda problem: problem.span))


def _content(path: Path, limit: int) -> bytes | SourceProblem:
    information = path.stat()
    if stat.S_ISDIR(information.st_mode):
        return _nowhere(Kind.UNREADABLE, msg("this is a folder, not a file"), msg("name a file in it"))
    if not stat.S_ISREG(information.st_mode):  # a pipe or a device could go on for ever
        return _nowhere(Kind.UNREADABLE, msg("this is no ordinary file"), None)
    if information.st_size > limit:
        return _too_large(information.st_size, limit)
    with path.open("rb") as file:
        content = file.read(information.st_size + 1)  # to ask for as much as may be would make room for that
        if len(content) > information.st_size:  # it grew, or its system tells no sizes
            content += file.read(limit + 1 - len(content))
        return content


def _too_large(size: int, limit: int = MAX_BYTES) -> SourceProblem:
    message = msg(
        "the file has {size} MB; more than {limit} MB are not read",
        size=f"{size / 1e6:.1f}",
        limit=limit // 1_000_000,
    )
    return _nowhere(Kind.TOO_LARGE, message, msg("divide it into several files, or leave it out"))


def _unreadable(error: OSError | ValueError) -> SourceProblem:
    if isinstance(error, FileNotFoundError):
        return _nowhere(
            Kind.UNREADABLE, msg("there is no such file"), msg("look for a typing error in the path")
        )
    if isinstance(error, PermissionError):
        return _nowhere(Kind.UNREADABLE, msg("you have no permission to read this file"), None)
    if isinstance(error, OSError) and error.errno == errno.ELOOP:
        return _nowhere(
            Kind.UNREADABLE, msg("this link leads back to itself"), msg("repair or remove the link")
        )
    reason = reason_of(error) if isinstance(error, OSError) else str(error)
    return _nowhere(Kind.UNREADABLE, msg("the file cannot be read: {reason}", reason=reason), None)


def _nowhere(kind: Kind, message: Message, help_: Message | None) -> SourceProblem:
    return SourceProblem(Span(1, 1, 1, 1), kind, message, help_)
