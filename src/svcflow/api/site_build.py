"""Building a site: the processes side by side, then the pages about all of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from svcflow.api.site_check import catalog_findings, check_of
from svcflow.api.site_landscape import landscape_picture
from svcflow.api.site_manifest import (
    Manifest,
    ProcessEntry,
    are_there,
    check_folder,
)
from svcflow.api.site_outside import Outside, neighbours
from svcflow.api.site_part import SITE_MANIFEST, SitePart
from svcflow.api.site_plan import Plan, plan_site
from svcflow.api.site_work import Batch, Job, ProcessSite, work
from svcflow.exporters.site.assets import assets
from svcflow.exporters.site.book import Book
from svcflow.exporters.site.shared_pages import shared_pages
from svcflow.exporters.site.writer import Writer
from svcflow.load.images import read_image
from svcflow.workers import no_garbage_collection, side_by_side

__all__ = ["build_site"]

_BATCH = 6
"""How many processes are made at a time: few enough to share the work evenly, enough to lint them together."""


def build_site(
    path: Path, folder: Path, languages: tuple[str, ...], *, jobs: int, today: dt.date | None, afresh: bool
) -> Iterator[SitePart]:
    """Yield a site as `svcflow.api.site` does."""
    check_folder(folder)
    with no_garbage_collection():
        plan = plan_site(path, folder, languages, afresh=afresh)
    yield from _parts(plan, jobs, today)


def _parts(plan: Plan, jobs: int, today: dt.date | None) -> Iterator[SitePart]:
    known = frozenset(plan.before.files | {SITE_MANIFEST})
    todo = [name for name in plan.places if name not in plan.good]
    manifest = Manifest({name: plan.before.processes[name] for name in plan.places if name in plan.good})
    kept = len(plan.good)
    if (
        len(todo) > _BATCH or not plan.before.files
    ):  # what takes long may be interrupted, and go on from there
        begun = Manifest(dict(manifest.processes), pending=tuple(sorted(plan.before.files)))
        yield SitePart({SITE_MANIFEST: begun.written()}, 0, len(todo), kept, known)
    made = 0
    for names, sites in _run(plan, todo, jobs):
        files: dict[str, bytes] = {}
        for name, one in zip(names, sites, strict=True):
            files |= one.files
            manifest.processes[name] = ProcessEntry(
                plan.texts[name],
                plan.inputs[name],
                plan.outsides[name],
                _sizes(one.files),
                one.records,
                one.told,
            )
        made += len(names)
        yield SitePart(files, made, len(todo), kept, known)
    manifest.processes = {name: manifest.processes[name] for name in plan.places}
    with no_garbage_collection():
        shared = _shared(plan, manifest, today)
    stale = tuple(sorted(plan.before.files - manifest.files))
    yield SitePart({**shared, SITE_MANIFEST: manifest.written()}, made, len(todo), kept, known, stale)


def _sizes(files: Mapping[str, bytes]) -> dict[str, int]:
    return {name: len(data) for name, data in sorted(files.items())}


def _shared(plan: Plan, manifest: Manifest, today: dt.date | None) -> dict[str, bytes]:
    """Return the files about all processes that have to be written; the manifest learns of all."""
    workspace, files = plan.workspace, dict(assets())
    if plan.site.logo:
        name = workspace.settings.documents.logo or ""
        files[f"assets/{plan.site.logo}"] = read_image(workspace.root, name, "documents.logo").data
    there = {
        name: made_from
        for name, made_from in plan.before.made_from.items()
        if are_there(plan.folder, {name: plan.before.shared.get(name, -1)})
    }
    elsewhere = catalog_findings(workspace, plan.outsides.values())
    for language in plan.site.languages:
        records = [manifest.processes[name].record(language) for name in plan.places]
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
    manifest.shared = dict(sorted((manifest.shared | _sizes(files)).items()))
    manifest.made_from = dict(sorted(manifest.made_from.items()))
    return files


def _run(plan: Plan, todo: Sequence[str], jobs: int) -> Iterator[tuple[Sequence[str], list[ProcessSite]]]:
    """Yield what is made of the processes, some at a time, in their order whatever the order they are done in."""
    groups = [todo[start : start + _BATCH] for start in range(0, len(todo), _BATCH)]
    batches = [_batch(plan, names) for names in groups]
    yield from zip(groups, side_by_side(work, batches, jobs), strict=True)


def _batch(plan: Plan, names: Sequence[str]) -> Batch:
    others = {outside.id: outside for outside in plan.outsides.values()}
    known = frozenset(others)
    return Batch(plan.root, plan.state, plan.site, tuple(_job(plan, name, others, known) for name in names))


def _job(plan: Plan, name: str, others: Mapping[str, Outside], known: frozenset[str]) -> Job:
    outside = plan.outsides[name]
    return Job(
        plan.places[name],
        {language: plan.workspace.spoken(outside.spoken(language)) for language in plan.site.languages},
        {language: neighbours(outside, others, language) for language in plan.site.languages},
        known,
    )
