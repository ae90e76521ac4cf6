"""Documents and data: what steps need and make, as data objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from svcflow.exporters.bpmn.elements import DataUse
from svcflow.exporters.bpmn.xml import Tag

if TYPE_CHECKING:
    from svcflow.exporters.bpmn.build import Builder
    from svcflow.exporters.bpmn.elements import FlowNode, Model
    from svcflow.exporters.bpmn.ids import Ids

__all__ = ["add_uses", "data_tags", "specification"]


def add_uses(builder: Builder, model: Model, ids: Ids) -> None:
    """Give activities the documents of their steps; only these can need and make any, in BPMN.

    Each use is a reference of its own, so that no long line runs through the picture.
    """
    for node in model.nodes.values():
        if node.node is None or node.is_event or node.is_gateway:
            continue
        step = node.node.step
        for artifacts, way in ((step.inputs, "input"), (step.outputs, "output")):
            for number, artifact in enumerate(dict.fromkeys(artifacts), 1):
                if artifact not in model.data:
                    model.data[artifact] = ids.give(f"data.{artifact}")
                entry = builder.context.shared.artifacts.get(artifact)
                name = builder.text(entry.value.name) if entry else artifact
                id = ids.give(f"{node.id}.{way}.{number}")
                node.data.append(DataUse(id, artifact, name, way == "input"))


def data_tags(model: Model) -> list[Tag]:
    """Return the data objects of the process, and every reference to them."""
    tags = [Tag("dataObject", {"id": id}) for id in model.data.values()]
    for node in model.nodes.values():
        for use in node.data:
            attributes = {"id": use.id, "name": use.name, "dataObjectRef": model.data[use.artifact]}
            tags.append(Tag("dataObjectReference", attributes))
    return tags


def specification(node: FlowNode) -> list[Tag]:
    """Return what stands in an activity: what goes in and comes out, and where from and where to."""
    if not node.data:
        return []
    io = Tag("ioSpecification", {"id": f"{node.id}.io"})
    links = []
    for use in node.data:
        way = "Input" if use.into else "Output"
        inner = f"{use.id}.value"
        io.add(f"data{way}", id=inner, name=use.name)
        ends = (use.id, inner) if use.into else (inner, use.id)
        link = Tag(f"data{way}Association", {"id": use.link})
        link.add("sourceRef", ends[0])
        link.add("targetRef", ends[1])
        links.append(link)
    for way in ("input", "output"):
        chosen = io.add(f"{way}Set", id=f"{node.id}.{way}s")
        for use in node.data:
            if use.into == (way == "input"):
                chosen.add(f"data{way.capitalize()}Refs", f"{use.id}.value")
    return [io, *links]
