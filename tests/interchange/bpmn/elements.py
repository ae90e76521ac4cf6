"""The elements of a BPMN file as expat sees them, and how its flows lead: an oracle that is not ours."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat

__all__ = ["Listed", "edges_between", "listed"]

NODES = ("Task", "task", "Event", "Gateway", "subProcess", "callActivity", "transaction", "adHocSubProcess")
OTHERS = (
    "participant",
    "lane",
    "messageFlow",
    "sequenceFlow",
    "dataObjectReference",
    "dataStoreReference",
    "textAnnotation",
    "process",
    "group",
)


@dataclass
class Listed:
    tag: str
    id: str
    name: str
    line: int
    column: int
    attributes: dict[str, str] = field(default_factory=dict)
    scope: str = ""
    """The id of the process or sub-process around it."""

    @property
    def is_node(self) -> bool:
        return self.tag.endswith(NODES)


def listed(content: bytes) -> list[Listed]:
    """Return nodes, flows, pools, lanes, data and notes in the order of the file."""
    parser = expat.ParserCreate()
    found: list[Listed] = []
    open_scopes: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        inner = tag in {"process", "subProcess", "transaction", "adHocSubProcess"}
        if (tag.endswith(NODES) or tag in OTHERS) and "id" in attributes:
            found.append(
                Listed(
                    tag,
                    attributes["id"],
                    " ".join(attributes.get("name", "").split()),
                    parser.CurrentLineNumber,
                    parser.CurrentColumnNumber + 1,
                    attributes,
                    open_scopes[-1] if open_scopes else "",
                )
            )
        if inner:
            open_scopes.append(attributes["id"])

    def end(name: str) -> None:
        if name.rpartition(":")[2] in {"process", "subProcess", "transaction", "adHocSubProcess"}:
            open_scopes.pop()

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.Parse(content, True)
    return found


def edges_between(elements: list[Listed], steps: dict[str, str]) -> set[tuple[str, str | None]]:
    """Return which steps follow each step, through all that is no step; ``steps`` are ids by those of nodes."""
    out: dict[str, list[str]] = {}
    for element in elements:
        if element.tag == "sequenceFlow":
            out.setdefault(element.attributes["sourceRef"], []).append(element.attributes["targetRef"])
        if element.attributes.get("attachedToRef"):
            out.setdefault(element.attributes["attachedToRef"], []).append(element.id)
    found: set[tuple[str, str | None]] = set()
    for node, step in steps.items():
        ahead, seen = list(out.get(node, ())), set()
        while ahead:
            target = ahead.pop()
            if target in steps:
                found.add((step, steps[target]))
            elif target not in seen:
                seen.add(target)
                ahead += out.get(target, ())
                if not out.get(target):
                    found.add((step, None))
    return found
