"""A BPMN file that was YAML in between."""

from __future__ import annotations

from svcflow import source
from svcflow.analyzers.context import ProcessContext
from svcflow.exporters.bpmn import is_part, to_bpmn
from svcflow.interchange.bpmn.file import read
from svcflow.interchange.writer import to_yaml
from svcflow.load.shared import Shared
from svcflow.model import Process

__all__ = ["contexts", "through_yaml"]


def contexts(*files: bytes) -> dict[str, ProcessContext]:
    """The processes of some files, each of which finds the others, by id."""
    found: dict[str, ProcessContext] = {}
    read_ = read({f"{number}.bpmn": xml for number, xml in enumerate(files)})
    for one in (one for foreign in read_.values() for one in foreign.imported):
        if "process" in one.data:
            data = source.parse(to_yaml(one.data), one.name).data
            made = ProcessContext(Process.model_validate(data), Shared())
            made.find = found.get
            found[made.process.process] = made
    return found


def through_yaml(xml: bytes) -> list[bytes]:
    """The files that a file's processes become; what stands in another process is written with it."""
    return [to_bpmn(one) for one in contexts(xml).values() if not is_part(one)]
