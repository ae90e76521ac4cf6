"""The landscape of a site, drawn from records: processes that did not change are not read again for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from svcflow.analyzers.context import ProcessContext
from svcflow.api.looks import theme_of
from svcflow.exporters.drawing import draw
from svcflow.exporters.site.places import href, process_folder
from svcflow.model.process import Process
from svcflow.views.landscape import Landmark, landscape

if TYPE_CHECKING:
    from svcflow.api.site_outside import Outside
    from svcflow.exporters.site.record import Record
    from svcflow.load import Workspace

__all__ = ["landscape_picture"]


def landscape_picture(
    workspace: Workspace, pairs: Sequence[tuple[Outside, Record]], title: str, language: str
) -> bytes:
    """Return the landscape of processes as SVG, whose tiles lead to their pages from the root of the language."""
    landmarks = [Landmark(_context(outside, record, workspace)) for outside, record in pairs]
    shown = landscape(landmarks, title, language)
    tiles = tuple(replace(one, href=href(f"{process_folder(one.id)}/index.html")) for one in shown.tiles)
    return draw(replace(shown, tiles=tiles), theme=theme_of(workspace)).data


def _context(outside: Outside, record: Record, workspace: Workspace) -> ProcessContext:
    """Return a process with just what a landscape shows of it: who owns it, where it stands, what it runs."""
    said = {
        "process": record.id,
        "name": record.name,
        "version": record.version,
        "status": record.status,
        "state": outside.state,
        "owner": record.owner,
        "language": record.language,
    }
    category = {"function": record.function, "line": record.line, "stage": record.stage}
    calls = [
        {"id": f"call{number}", "name": id, "kind": "call", "process": id}
        for number, id in enumerate(outside.calls)
    ]
    data: dict[str, object] = {key: value for key, value in said.items() if value}
    data["category"] = {key: value for key, value in category.items() if value}
    data["roles"] = {record.owner: {"name": record.owner_name}} if record.owner else {}
    data["steps"] = calls or [{"id": "step", "name": record.name}]
    return ProcessContext(Process.model_validate(data), workspace.shared, outside.path, record.language)
