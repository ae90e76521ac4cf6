"""All documents of a workspace: what has to be made, what is still good, and how it is made side by side."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from svcflow.api.drafting import drafts
from svcflow.api.fingerprint import Fingerprint
from svcflow.api.languages import document_language
from svcflow.api.made import Made
from svcflow.api.order import Order
from svcflow.api.processes import Opened, open_processes
from svcflow.api.publishing import check_order
from svcflow.api.writers import write_document
from svcflow.load import Workspace, open_workspace
from svcflow.workers import side_by_side

__all__ = ["MANIFEST", "Built", "build_all"]

MANIFEST = ".svcflow-documents.json"
"""The file, in the folder of the documents, that says what they were made from."""

_ALL_KINDS = (
    "sop", "quick-card", "checklist", "role-manual", "training-plan", "handoff-agreement", "risk-register",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Job:
    """Documents of one kind, about one process or about all of a folder.

    ``state`` is the digest of all that the folder holds.
    """

    path: Path
    order: Order
    key: str
    inputs: str
    state: str


@dataclass(slots=True)
class Built:
    """What a build came to.

    ``made`` are the documents that had to be made, ``kept`` counts those that were still good, ``manifest`` is what the
    manifest shall hold, ``orphans`` are files of an earlier build that nothing makes any more.
    """

    made: list[Made] = field(default_factory=list)
    kept: int = 0
    manifest: bytes = b""
    orphans: tuple[str, ...] = ()


def build_all(
    path: Path,
    order: Order,
    folder: Path,
    *,
    kinds: Sequence[str] = (),
    jobs: int = 1,
    progress: Callable[[int, int], None] | None = None,
    afresh: bool = False,
) -> Built:
    """Make the documents of all processes of a folder, those that are still good left out; nothing is written.

    ``kinds`` are the kinds wanted (default: those that a workspace needs and has something to say in); ``folder`` is
    where they will be, with the manifest of the build before; ``jobs`` processes of the computer work side by side;
    ``progress`` hears how many of how many jobs are done; ``afresh`` makes all. Raises `CannotDo` as `publish` does.
    """
    planned = list(_planned(path, order, tuple(kinds)))
    before = {} if afresh else _manifest(folder)
    good = {job.key for job in planned if _is_good(job, before.get(job.key), folder)}
    todo = [job for job in planned if job.key not in good]
    built = Built(kept=sum(len(before[key]["files"]) for key in good))
    entries: dict[str, Any] = {key: before[key] for key in good}
    for number, (job, made) in enumerate(zip(todo, side_by_side(_done, todo, jobs), strict=True), 1):
        built.made += made
        entries[job.key] = {"inputs": job.inputs, "files": _digests(made)}
        if progress:
            progress(number, len(todo))
    built.manifest = _written(entries)
    known = {name for entry in entries.values() for name in entry["files"]}
    old = {name for entry in _manifest(folder).values() for name in entry["files"]}
    built.orphans = tuple(sorted(old - known))
    return built


def _planned(path: Path, order: Order, kinds: tuple[str, ...]) -> Iterator[_Job]:
    from svcflow.documents.kinds import KINDS

    workspace = open_workspace(path)
    opened = list(open_processes(path, workspace))
    if "sop" in (kinds or _ALL_KINDS):
        order = replace(order, beside=frozenset(one.id for one in opened))
    prints = Fingerprint(workspace, order)
    state = prints.of("", [one.file for one in opened])
    for name in kinds or _ALL_KINDS:
        wanted = replace(order, kind=name)
        check_order(wanted)
        if not kinds and not _has_something(name, opened):
            continue
        if KINDS[name].together:
            told = "\n".join(_told(workspace, one, order) for one in opened)
            yield _Job(path, wanted, name, prints.of(name, [one.file for one in opened], told), state)
        else:
            for one in opened:
                if kinds or _has_something(name, [one]):
                    told = _told(workspace, one, order)
                    yield _Job(one.file, wanted, f"{name} {one.id}", prints.of(name, [one.file], told), state)


def _told(workspace: Workspace, opened: Opened, order: Order) -> str:
    """Return what documents of a process say besides what stands in its file: its number, and names of others."""
    process, others = opened.context.process, workspace.others()
    named = dict.fromkeys([*(step.process for step in process.steps), process.baseline])
    known = [(id, others.find(id), id in order.beside) for id in named if id]
    return repr((others.number(opened.file), known))


def _has_something(kind: str, opened: Sequence[Opened]) -> bool:
    """Tell whether the processes say what documents of a kind are made from."""
    processes = [one.context.process for one in opened]
    if kind == "checklist":
        return any(process.inspection for process in processes)
    if kind == "training-plan":
        return any(process.training for process in processes)
    if kind == "risk-register":
        return any(process.risks for process in processes)
    return True


def _manifest(folder: Path) -> dict[str, Any]:
    """Return the jobs of the build before; none where there was none, or its manifest cannot be read."""
    try:
        found = json.loads((folder / MANIFEST).read_text("utf-8"))["jobs"]
        return {
            str(key): {"inputs": str(entry["inputs"]), "files": dict(entry["files"])}
            for key, entry in found.items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def _written(entries: Mapping[str, Any]) -> bytes:
    content = {"$comment": "Made by svcflow: what these documents were made from.", "jobs": dict(entries)}
    return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _is_good(job: _Job, entry: Mapping[str, Any] | None, folder: Path) -> bool:
    """Tell whether nothing a job is made from changed, and its files are as they were made."""
    if entry is None or entry["inputs"] != job.inputs:
        return False
    return all(_digest_of(folder / name) == digest for name, digest in entry["files"].items())


def _digest_of(file: Path) -> str:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""


def _digests(made: Sequence[Made]) -> dict[str, str]:
    files = {one.name: one.data for one in made}
    for one in made:
        files |= one.beside
    return {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}


def _done(job: _Job) -> list[Made]:
    workspace = _workspace(job.path if job.path.is_dir() else job.path.parent, job.state)
    opened = list(open_processes(job.path, workspace))
    language = document_language(job.order.language, workspace) if job.order.language else None
    return [write_document(draft, job.order.format) for draft in drafts(opened, job.order, language)]


@lru_cache(maxsize=1)
def _workspace(folder: Path, _state: str) -> Workspace:
    """Open a workspace, for several jobs once: until something in it changes."""
    return open_workspace(folder)
