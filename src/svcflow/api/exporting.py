"""Processes in the formats of other programs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from svcflow.api.choices import chosen
from svcflow.api.languages import message_language
from svcflow.api.made import Made
from svcflow.api.processes import open_processes
from svcflow.i18n import Message, msg
from svcflow.load.endings import is_foreign

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["ENDINGS", "EXPORT_FORMATS", "export"]

Export = Callable[["ProcessContext", str | None], tuple[bytes, tuple[Message, ...]]]
"""What a module of `EXPORT_FORMATS` has as ``export``: a process and a language to a file and what got lost."""

EXPORT_FORMATS = {
    "bpmn": "svcflow.exporters.bpmn",
    "xlsx": "svcflow.exporters.xlsx_process",
    "csv": "svcflow.exporters.csv_steps",
    "mermaid": "svcflow.exporters.mermaid_process",
}
"""The formats; each is made by ``export`` of this module, and its files end in its name, or as `ENDINGS` says."""
_WITH_PARTS = {"bpmn"}
"""The formats that write what stands in a process with it; ``is_part`` tells which processes these are."""
ENDINGS = {"mermaid": "mmd"}
"""The endings of files, where they are not the formats' names."""


def export(
    path: str | os.PathLike[str], format: str = "bpmn", *, language: str | None = None
) -> Iterator[Made]:
    """Give the process at a path, or all processes of a folder, as files of another format.

    ``language`` is that of the texts (default: the process's). What the format cannot say is a warning of what was
    made. Raises `CannotDo` for a file that cannot be used, for an unknown word, and for a process that the format
    cannot hold.
    """
    form = chosen(format, EXPORT_FORMATS, _no_format)
    spoken = message_language(language) if language else None
    module = import_module(EXPORT_FORMATS[form])
    make: Export = module.export
    alone = Path(path).is_file() and not is_foreign(Path(path))
    for opened in open_processes(path):
        if not alone and form in _WITH_PARTS and module.is_part(opened.context):
            continue
        data, warnings = make(opened.context, spoken)
        yield Made(f"{opened.id}.{ENDINGS.get(form, form)}", data, warnings)


def _no_format(name: str) -> Message:
    return msg("there is no format `{name}`", name=name)
