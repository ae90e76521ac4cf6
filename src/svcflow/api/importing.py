"""Files of other programs as processes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any

from svcflow import source
from svcflow.api.made import Made
from svcflow.finding import CannotDo, Finding, Place
from svcflow.i18n import Message, msg
from svcflow.interchange.result import Foreign, Imported
from svcflow.lint import LintResult
from svcflow.load.checks import format_finding
from svcflow.load.files import exists, shown_path, walk_yaml
from svcflow.load.foreign import problem_findings

__all__ = ["IMPORT_FORMATS", "Import", "import_files"]

Reader = Callable[[Mapping[str, bytes], "str | None"], Mapping[str, Foreign]]
"""What a module of `IMPORT_FORMATS` has as ``read``: the contents of files by their paths, and the language of words
that they leave out, to what they hold. Whatever is wrong with a file is a problem in the answer, never an exception."""

IMPORT_FORMATS = {
    ".bpmn": "svcflow.interchange.bpmn.file",
    ".bpmn20.xml": "svcflow.interchange.bpmn.file",
    ".xlsx": "svcflow.interchange.sheets.file",
    ".xlsm": "svcflow.interchange.sheets.file",
    ".csv": "svcflow.interchange.sheets.file",
    ".tsv": "svcflow.interchange.sheets.file",
    ".mmd": "svcflow.interchange.mermaid.file",
    ".mermaid": "svcflow.interchange.mermaid.file",
    ".md": "svcflow.interchange.markdown.file",
    ".markdown": "svcflow.interchange.markdown.file",
    ".docx": "svcflow.interchange.word.file",
}
"""How the names of files end that can be imported, and the module that reads them."""

_NAMED = {**IMPORT_FORMATS, ".xml": IMPORT_FORMATS[".bpmn"]}
"""What a file may be that somebody names: in folders, ``.xml`` can be anything."""
_MAX_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Import:
    """What was imported: files to be written, and what was broken, changed or lost, as findings."""

    files: tuple[Made, ...]
    result: LintResult


def import_files(paths: Iterable[str | os.PathLike[str]], *, language: str | None = None) -> Import:
    """Read files of other programs, and all such files in folders, as processes; nothing is written.

    ``language`` is that of the words that a process needs and a file leaves out (default: the file's own). Raises
    `CannotDo` for a path that does not exist or has another ending, and, with the findings, when no process at all
    could be read.
    """
    files = list(dict.fromkeys(_files([Path(path) for path in paths])))
    contents: dict[str, dict[str, bytes]] = {}
    findings: list[Finding] = []
    for path in files:
        content = source.read_bytes(path, _MAX_BYTES)
        if isinstance(content, bytes):
            contents.setdefault(str(_module(path)), {})[shown_path(path)] = content
        else:
            place = Place(shown_path(path), (), content.span)
            findings.append(format_finding("unreadable-file", content.message, place, content.help))
    imported: list[Imported] = []
    for module, named in contents.items():
        read: Reader = import_module(module).read
        for shown, foreign in read(named, language).items():
            imported += foreign.imported
            findings += problem_findings(foreign.all_problems, shown)
    if not imported:
        raise CannotDo(
            msg("nothing could be imported"), msg("mend what is wrong with the file first"), tuple(findings)
        )
    return Import(tuple(_made(_with_one_catalog(imported))), LintResult(tuple(findings), len(files)))


def _made(imported: Iterable[Imported]) -> Iterator[Made]:
    from svcflow.interchange.shorten import shortened
    from svcflow.interchange.writer import to_yaml

    for one in imported:
        yield Made(one.name, to_yaml(shortened(one.data)).encode())


def _with_one_catalog(imported: list[Imported]) -> list[Imported]:
    """Put what several files share into one catalogue: an entry of one id is one entry."""
    catalogs = [one for one in imported if "catalog" in one.data]
    if len(catalogs) < 2:
        return imported
    shared: dict[str, dict[str, Any]] = {}
    for one in catalogs:
        for key, entries in one.data.items():
            if key != "catalog":
                shared[key] = {**entries, **shared.get(key, {})}
    data = {"catalog": "imported", **shared}
    rest = [one for one in imported if "catalog" not in one.data]
    return [*rest, replace(catalogs[0], name="imported-catalog.yaml", data=data)]


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if not exists(path):
            raise CannotDo(
                msg("there is no {path}", path=shown_path(path)), msg("check the spelling of the path")
            )
        if path.is_dir():
            found = list(walk_yaml(path, None, tuple(IMPORT_FORMATS)))
            if not found:
                raise CannotDo(msg("there is nothing to import in {path}", path=shown_path(path)), _help())
            yield from found
        elif _module(path) is None:
            raise CannotDo(msg("{path} is of no format that can be imported", path=shown_path(path)), _help())
        else:
            yield path


def _module(path: Path) -> str | None:
    name = path.name.lower()
    return next((module for ending, module in _NAMED.items() if name.endswith(ending)), None)


def _help() -> Message:
    return msg("these can be imported: {endings}", endings=tuple(_NAMED))
