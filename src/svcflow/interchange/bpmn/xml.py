"""XML text as a tree in which every element knows its place. XML from strangers: no entities, no network, no depth."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from svcflow.finding import Span
from svcflow.i18n import Message, msg
from svcflow.interchange.bpmn.names import BPMN, BPMNDI
from svcflow.interchange.result import ImportProblem, Loss

__all__ = ["MAX_DEPTH", "Element", "Xml", "parse_xml"]

MAX_DEPTH = 200
"""How deep elements may lie in each other."""

_OLD = {"http://schema.omg.org/spec/BPMN/2.0": BPMN, f"{BPMN}/": BPMN}
"""Namespaces of drafts of BPMN 2.0, and misspelt ones, that say the same."""
_CUSTOMARY = {"bpmn", "bpmn2", "bpmns", "semantic", "model"}
"""What tools call the namespace of BPMN: what is meant where its declaration was lost."""
_OPENED = re.compile(r"""isExpanded\s*=\s*["']true""")


@dataclass(slots=True)
class Element:
    """An XML element: namespace and name, attributes without a namespace and with a foreign one, where it begins."""

    namespace: str
    name: str
    tag: str
    """The name as written, with its prefix."""
    attributes: dict[str, str]
    foreign: dict[str, str]
    """Attributes of other namespaces, by their names as written: ``camunda:assignee``."""
    line: int
    column: int
    children: list[Element] = field(default_factory=list)
    text: str = ""

    @property
    def span(self) -> Span:
        """Where its start tag begins: ``<`` and the name."""
        return Span(self.line, self.column, self.line, self.column + 1 + len(self.tag))

    def is_bpmn(self, *names: str) -> bool:
        """Tell whether it is an element of BPMN, with one of these names if any are given."""
        return self.namespace == BPMN and (not names or self.name in names)

    def all(self, *names: str) -> list[Element]:
        """Return the children with one of these names of BPMN."""
        return [child for child in self.children if child.namespace == BPMN and child.name in names]

    def first(self, *names: str) -> Element | None:
        """Return the first child with one of these names of BPMN."""
        return next((c for c in self.children if c.namespace == BPMN and c.name in names), None)

    def words(self) -> str:
        """Return all text in it, that of its children as well, with single blanks at line breaks of the markup."""
        parts = [self.text.strip(), *(child.words() for child in self.children)]
        return "\n".join(part for part in parts if part)


@dataclass(slots=True)
class Xml:
    """What was read: the root, unless the text is no XML; the comments, as (line, column, text); the problems."""

    root: Element | None = None
    comments: list[tuple[int, int, str]] = field(default_factory=list)
    problems: list[ImportProblem] = field(default_factory=list)
    expanded: set[str] = field(default_factory=set)
    """The ids of what the drawing shows with what is in it."""


def parse_xml(text: str) -> Xml:
    """Read a text as XML; drawings (BPMN DI) are left out. Whatever is wrong is a problem, never an exception."""
    return _Parser().run(text)


class _Stop(Exception):
    """The text is not read any further; ``problem`` says why."""

    def __init__(self, problem: ImportProblem) -> None:
        super().__init__()
        self.problem = problem


class _Parser:
    """Takes what expat reports, element by element."""

    def __init__(self) -> None:
        self.xml = Xml()
        self.open: list[Element] = []
        self.scopes: list[dict[str, str]] = [{"xml": "http://www.w3.org/XML/1998/namespace"}]
        self.unbound: set[str] = set()
        self.names: dict[str, tuple[str, str]] = {}  # tags as resolved in the present scope
        self.plain: set[str] = set()  # names of attributes seen that neither have nor declare a namespace
        self.opens = False  # whether the drawing shows what is in something
        self.expat = expat.ParserCreate("utf-8")  # whatever the file declares: it is decoded
        self.expat.buffer_text = True
        self.expat.StartElementHandler = self._start
        self.expat.EndElementHandler = self._end
        self.expat.CharacterDataHandler = self._characters
        self.expat.CommentHandler = self._comment
        self.expat.StartDoctypeDeclHandler = self._doctype

    def run(self, text: str) -> Xml:
        """Read a text to its end, or to where it breaks."""
        self.opens = _OPENED.search(text) is not None
        try:
            self.expat.Parse(text.encode("utf-8", "replace"), True)
        except _Stop as stop:
            self.xml.problems.append(stop.problem)
            self.xml.root = None
        except expat.ExpatError as error:
            self.xml.problems.append(self._said(error))
            self.xml.root = None
        finally:
            self._let_go()
        return self.xml

    def _let_go(self) -> None:
        """Part from expat: it knows us and we know it, which would keep the whole tree in memory."""
        self.expat.StartElementHandler = self.expat.EndElementHandler = self.expat.CharacterDataHandler = None
        self.expat.CommentHandler = self.expat.StartDoctypeDeclHandler = None

    def _here(self) -> Span:
        line, column = self.expat.CurrentLineNumber, self.expat.CurrentColumnNumber + 1
        return Span(line, column, line, column + 1)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        around = self.open
        if len(around) >= MAX_DEPTH:
            raise self._too_deep()
        scope = self.scopes[-1]
        foreign: dict[str, str] = {}
        if not self.plain.issuperset(attributes):  # in most elements, no attribute needs a look
            scope = self._scope(attributes, scope)
            attributes, foreign = self._sorted(attributes, scope)
        resolved = self.names.get(tag)
        if resolved is None:
            resolved = self.names[tag] = self._resolved(tag, scope)
        namespace, name = resolved
        if namespace == BPMNDI and around:
            self._skip(tag)
            return
        line, column = self.expat.CurrentLineNumber, self.expat.CurrentColumnNumber + 1
        element = Element(namespace, name, tag, attributes, foreign, line, column)
        if around:
            around[-1].children.append(element)
        else:
            self.xml.root = element
        around.append(element)
        self.scopes.append(scope)

    def _too_deep(self) -> _Stop:
        message = msg("elements lie more than {limit} levels deep in each other", limit=MAX_DEPTH)
        return _Stop(ImportProblem(Loss.UNREADABLE, message, self._here()))

    def _skip(self, tag: str) -> None:
        """Pass over a drawing, which is the larger part of most files, without looking at what is in it."""
        parser = self.expat
        parser.StartElementHandler = self._shape if self.opens else None
        parser.CharacterDataHandler = None

        def end(closed: str) -> None:
            if closed == tag:
                parser.StartElementHandler = self._start
                parser.CharacterDataHandler = self._characters
                parser.EndElementHandler = self._end

        parser.EndElementHandler = end

    def _shape(self, tag: str, attributes: dict[str, str]) -> None:
        if attributes.get("isExpanded") == "true" and tag.endswith("BPMNShape"):
            self.xml.expanded.add(attributes.get("bpmnElement", "").rpartition(":")[2])

    def _end(self, _tag: str) -> None:
        self.open.pop()
        if self.scopes.pop() is not self.scopes[-1]:
            self.names = {}

    def _characters(self, text: str) -> None:
        if not text.isspace() and self.open:
            self.open[-1].text += text

    def _comment(self, text: str) -> None:
        if "svcflow:" in text:
            span = self._here()
            self.xml.comments.append((span.line, span.column, text))

    def _doctype(self, *_declared: object) -> None:
        raise _Stop(
            ImportProblem(
                Loss.UNREADABLE,
                msg(
                    "the file has a DOCTYPE; it could define entities or load other files, so it is not read"
                ),
                self._here(),
                help=msg("delete the DOCTYPE: BPMN needs none"),
            )
        )

    def _scope(self, attributes: dict[str, str], scope: dict[str, str]) -> dict[str, str]:
        """Return the namespaces in an element, and take their declarations out of its attributes."""
        declared = [name for name in attributes if name.startswith("xmlns")]
        if declared:
            self.names = {}
            scope = dict(scope)
            for name in declared:
                uri = attributes.pop(name).strip()
                scope[name[6:]] = _OLD.get(uri, uri)
        return scope

    def _resolved(self, tag: str, scope: dict[str, str]) -> tuple[str, str]:
        prefix, colon, name = tag.rpartition(":")
        if not colon:
            namespace = scope.get("", "")
            return (BPMN if not namespace and self._has_lost_its_namespace(tag) else namespace), tag
        if prefix in scope:
            return scope[prefix], name
        if prefix not in self.unbound:
            self.unbound.add(prefix)
            message = msg("the prefix ‘{prefix}’ stands for no namespace", prefix=prefix)
            self.xml.problems.append(ImportProblem(Loss.BROKEN, message, self._here()))
        return (BPMN if prefix in _CUSTOMARY else f"?{prefix}"), name

    def _has_lost_its_namespace(self, tag: str) -> bool:
        """Whether the file is BPMN without any namespace."""
        if self.open:
            return self.open[0].namespace == BPMN and self.open[0].tag == "definitions" and "" in self.unbound
        if tag == "definitions":
            self.unbound.add("")
            message = msg("the file names no namespace; it is read as BPMN 2.0")
            self.xml.problems.append(ImportProblem(Loss.BROKEN, message, self._here()))
            return True
        return False

    def _sorted(
        self, attributes: dict[str, str], scope: dict[str, str]
    ) -> tuple[dict[str, str], dict[str, str]]:
        own: dict[str, str] = {}
        foreign: dict[str, str] = {}
        for name, value in attributes.items():
            prefix, colon, local = name.partition(":")
            if not colon:
                self.plain.add(name)
                own[name] = value
            elif scope.get(prefix) == BPMN:
                own.setdefault(local, value)
            else:
                foreign[name] = value
        return own, foreign

    def _said(self, error: expat.ExpatError) -> ImportProblem:
        line, column = error.lineno, error.offset + 1
        return ImportProblem(
            Loss.UNREADABLE, self._reason(error), Span(line, column, line, column + 1), help=_MEND
        )

    def _reason(self, error: expat.ExpatError) -> Message:
        word = expat.ErrorString(error.code)
        if word == expat.errors.XML_ERROR_NO_ELEMENTS and not self.open:
            return msg("the file is empty")
        if word in _BREAKS_OFF and self.open:
            inner = self.open[-1]
            return msg(
                "the file breaks off: ‹{tag}› of line {line} is not closed", tag=inner.tag, line=inner.line
            )
        if word in _BREAKS_OFF and self.xml.root is None:
            return msg("the file breaks off in its first element")
        if word == expat.errors.XML_ERROR_TAG_MISMATCH and self.open:
            inner = self.open[-1]
            return msg("‹{tag}› of line {line} is not closed before this", tag=inner.tag, line=inner.line)
        if word == expat.errors.XML_ERROR_SYNTAX and self.xml.root is None:
            return msg("the file is no XML")
        return msg("this is no well-formed XML: {reason}", reason=word or "")


_BREAKS_OFF = {
    expat.errors.XML_ERROR_NO_ELEMENTS,
    expat.errors.XML_ERROR_UNCLOSED_TOKEN,
    expat.errors.XML_ERROR_PARTIAL_CHAR,
    expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
}
_MEND = msg("export the file once more from the program that it comes from")
