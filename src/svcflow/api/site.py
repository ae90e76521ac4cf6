"""A workspace as a web site of plain files: what has to be made, what is still good, made side by side."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any

from svcflow.api.fingerprint import Fingerprint
from svcflow.api.languages import message_language
from svcflow.api.order import Order
from svcflow.api.processes import Opened, open_processes, processes_of
from svcflow.api.site_check import catalog_findings, check_of
from svcflow.api.site_landscape import landscape_picture
from svcflow.api.site_manifest import SITE_MANIFEST, Manifest, ProcessEntry, are_there, check_folder, read_manifest
from svcflow.api.site_outside import Outside, neighbourhoods, neighbours, outside_of, spoken_in
from svcflow.api.site_work import Batch, Job, ProcessSite, work
from svcflow.exporters.logo import read_logo
from svcflow.exporters.site.assets import assets
from svcflow.exporters.site.book import Book
from svcflow.exporters.site.shared_pages import shared_pages
from svcflow.exporters.site.writer import Site, Writer
from svcflow.finding import CannotDo
from svcflow.i18n import LANGUAGES, msg, nearest_language
from svcflow.load import Workspace, open_workspace
from svcflow.load.files import shown_path
from svcflow.model.text import say

__all__ = ["SITE_MANIFEST", "SitePart", "site"]

_BATCH = 6
"""How many processes are made at a time: few enough to share the work evenly, enough to lint them together."""
_ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/svg+xml": "svg"}


@dataclass(frozen=True, slots=True)
class SitePart:
    """Files of a site to be written, by their paths in its folder, and what to be told of the work so far.

    ``made`` of ``to_make`` processes are done, ``kept`` others were still good. ``known`` are the files that svcflow
    wrote before; ``stale`` (in the last part only) those of them that are no part of the site any more.
    """

    files: Mapping[str, bytes]
    made: int
    to_make: int
    kept: int
    known: frozenset[str] = frozenset()
    stale: tuple[str, ...] = ()


def site(
    path: str | os.PathLike[str],
    folder: str | os.PathLike[str],
    *,
    languages: Iterable[str] = (),
    jobs: int = 1,
    today: dt.date | None = None,
    afresh: bool = False,
) -> Iterator[SitePart]:
    """Make a web site of all processes of a folder, part by part; nothing is written.

    ``folder`` is where it will be, with the site made before: processes that did not change since are left alone,
    unless ``afresh``. ``languages`` are those of the pages, the first one at the root (default: the workspace's, and
    all others that svcflow speaks in which there are texts). ``jobs`` processes of the computer work side by side.
    ``today`` is the day by which the calendar of reviews tells what is overdue (default: it tells days alone, so that
    the same workspace gives the same bytes on every day).

    Raises `CannotDo` for a path without processes, a process or a setting that cannot be used, two processes of one id,
    a language that svcflow does not speak, and a folder that holds something else.
    """
    target = Path(folder)
    check_folder(target)
    plan = _plan(Path(path), target, tuple(languages), afresh=afresh)
    yield from _parts(plan, max(1, jobs), today)


@dataclass(slots=True)
class _Plan:
    """What there is to do: all processes in their order, by file, and those whose pages are still good."""

    workspace: Workspace
    root: Path
    site: Site
    common: str
    texts: dict[str, str]
    inputs: dict[str, str]
    outsides: dict[str, Outside]
    places: dict[str, Path]
    folder: Path
    before: Manifest
    good: set[str] = field(default_factory=set)


def _plan(path: Path, folder: Path, languages: tuple[str, ...], *, afresh: bool) -> _Plan:
    workspace = open_workspace(path)
    files = processes_of(workspace, path) if path.is_dir() else [path]
    if not files:
        list(open_processes(path, workspace))  # says what there is to say
    before = read_manifest(folder)
    if afresh:  # all that it is good for then is to know which files are ours
        before = Manifest(pending=tuple(sorted(before.files)))
    prints = Fingerprint(workspace, Order(format="html"))
    text_of = {workspace.relative(file): prints.of("text", [file]) for file in files}
    places = dict(zip(text_of, files, strict=True))
    outsides = {}
    for name, file in places.items():
        known = before.processes.get(name)
        outsides[name] = known.outside if known and known.text == text_of[name] else _outside(file, workspace)
    _refuse_twins(outsides)
    made_for = _site(workspace, path, languages, outsides.values())
    common = _digest(prints.of("site", []), _scripts(), _render_logo(workspace), repr(made_for))
    plan = _Plan(workspace, path, made_for, common, text_of, {}, outsides, places, folder, before)
    around = neighbourhoods(outsides)
    for place, name in enumerate(places):
        numbered = str(place) if workspace.settings.documents.numbering else ""
        plan.inputs[name] = _digest(common, text_of[name], around[name], numbered)
        known = before.processes.get(name)
        if known and known.inputs == plan.inputs[name] and are_there(folder, known.files):
            plan.good.add(name)
    return plan


def _outside(file: Path, workspace: Workspace) -> Outside:
    (opened,) = open_processes(file, workspace)
    return outside_of(opened.context.process, opened.context.path, workspace)


def _refuse_twins(outsides: Mapping[str, Outside]) -> None:
    first: dict[str, str] = {}
    for name, outside in outsides.items():
        if first.setdefault(outside.id, name) != name:
            raise CannotDo(
                msg("{first} and {second} are both the process `{id}`", first=first[outside.id], second=name, id=outside.id),
                msg("give each process an id of its own"),
            )


def _site(workspace: Workspace, path: Path, asked: tuple[str, ...], outsides: Iterable[Outside]) -> Site:
    settings = workspace.settings
    main = message_language(None, path)
    if asked:
        languages = tuple(dict.fromkeys(message_language(one) for one in asked))
    else:
        there = {tag for outside in outsides for tag in outside.languages} | spoken_in(settings.organization)
        languages = (main, *(tag for tag in LANGUAGES if tag in there and tag != main))
    name = settings.organization or path.resolve().name
    logo = f"logo.{_ENDINGS[read_logo(workspace.root, settings.documents.logo).media_type]}" if settings.documents.logo else ""
    return Site({tag: say(name, tag) for tag in languages}, languages, logo)


def _render_logo(workspace: Workspace) -> str:
    """Return a digest of the logo of pictures; that of documents is part of their fingerprint."""
    name = workspace.settings.render.logo
    try:
        return hashlib.sha256((workspace.root / name).read_bytes()).hexdigest() if name else ""
    except OSError:
        return ""


def _scripts() -> str:
    """Return a digest of our scripts, which the fingerprint of documents does not hold."""
    root = Path(str(resources.files("svcflow.exporters")))
    return _digest(*(file.read_text("utf-8") for file in sorted(root.rglob("*.js"))))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()


def _parts(plan: _Plan, jobs: int, today: dt.date | None) -> Iterator[SitePart]:
    known = frozenset(plan.before.files | {SITE_MANIFEST})
    todo = [name for name in plan.places if name not in plan.good]
    manifest = Manifest({name: plan.before.processes[name] for name in plan.places if name in plan.good})
    kept = len(plan.good)
    if len(todo) > _BATCH or not plan.before.files:  # what takes long may be interrupted, and go on from there
        begun = Manifest(dict(manifest.processes), pending=tuple(sorted(plan.before.files)))
        yield SitePart({SITE_MANIFEST: begun.written()}, 0, len(todo), kept, known)
    made = 0
    for names, sites in _run(plan, todo, jobs):
        files: dict[str, bytes] = {}
        for name, one in zip(names, sites, strict=True):
            files |= one.files
            manifest.processes[name] = ProcessEntry(
                plan.texts[name], plan.inputs[name], plan.outsides[name], _sizes(one.files), one.records
            )
        made += len(names)
        yield SitePart(files, made, len(todo), kept, known)
    manifest.processes = {name: manifest.processes[name] for name in plan.places}
    shared = _shared(plan, manifest, today)
    stale = tuple(sorted(plan.before.files - manifest.files))
    yield SitePart({**shared, SITE_MANIFEST: manifest.written()}, made, len(todo), kept, known, stale)


def _sizes(files: Mapping[str, bytes]) -> dict[str, int]:
    return {name: len(data) for name, data in sorted(files.items())}


def _shared(plan: _Plan, manifest: Manifest, today: dt.date | None) -> dict[str, bytes]:
    """Return the files about all processes that have to be written; the manifest learns of all."""
    workspace, files = plan.workspace, dict(assets())
    if plan.site.logo:
        files[f"assets/{plan.site.logo}"] = read_logo(workspace.root, workspace.settings.documents.logo or "").data
    there = {
        name: made_from
        for name, made_from in plan.before.made_from.items()
        if are_there(plan.folder, {name: plan.before.shared.get(name, -1)})
    }
    elsewhere = catalog_findings(workspace, plan.outsides.values())
    for language in plan.site.languages:
        records = [manifest.processes[name].records[language] for name in plan.places]
        pairs = list(zip(plan.outsides.values(), records, strict=True))
        title = plan.site.names[language]
        found = [finding for record in records for finding in record.findings]
        writer = Writer(plan.site, language, there, plan.common)
        made = shared_pages(
            writer,
            Book(records, workspace, language),
            landscape_picture(workspace, pairs, title, language),
            check_of(workspace, elsewhere, found, language),
            today,
        )
        for name, data in made:
            if data is None:
                manifest.shared[name] = plan.before.shared[name]
            else:
                files[name] = data
        manifest.made_from |= writer.made_from
    manifest.shared |= _sizes(files)
    return files


def _run(plan: _Plan, todo: Sequence[str], jobs: int) -> Iterator[tuple[Sequence[str], list[ProcessSite]]]:
    """Yield what is made of the processes, some at a time, in their order whatever the order they are done in."""
    groups = [todo[start : start + _BATCH] for start in range(0, len(todo), _BATCH)]
    batches = [_batch(plan, names) for names in groups]
    if jobs <= 1 or len(batches) < 2:
        yield from ((names, work(batch)) for names, batch in zip(groups, batches, strict=True))
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(min(jobs, len(batches)), mp_context=get_context("spawn")) as pool:
        for names, (made, error) in zip(groups, pool.map(_tried, batches), strict=True):
            if error is not None:
                pool.shutdown(cancel_futures=True)
                raise CannotDo(*error)
            yield names, made


def _tried(batch: Batch) -> tuple[list[ProcessSite], tuple[Any, ...] | None]:
    """Work in a process of its own; an error comes back as what it is made of."""
    try:
        return work(batch), None
    except CannotDo as error:
        return [], (error.message, error.help, error.findings)


def _batch(plan: _Plan, names: Sequence[str]) -> Batch:
    others = {outside.id: outside for outside in plan.outsides.values()}
    known = frozenset(others)
    return Batch(plan.root, plan.site, tuple(_job(plan, name, others, known) for name in names))


def _job(plan: _Plan, name: str, others: Mapping[str, Outside], known: frozenset[str]) -> Job:
    outside = plan.outsides[name]
    return Job(
        plan.places[name],
        {language: outside.spoken(language) for language in plan.site.languages},
        {language: neighbours(outside, others, language) for language in plan.site.languages},
        known,
    )
