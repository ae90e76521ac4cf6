"""What there is to do for a site: its processes, in which languages, and which of them changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path

from svcflow.api.fingerprint import Fingerprint
from svcflow.api.languages import document_language, shared_language
from svcflow.api.order import Order
from svcflow.api.processes import open_processes, processes_of
from svcflow.api.site_manifest import Manifest, are_there, read_manifest
from svcflow.api.site_outside import Outside, neighbourhoods, outside_of, spoken_in
from svcflow.exporters.site.writer import Site
from svcflow.finding import CannotDo
from svcflow.i18n import LANGUAGES, msg
from svcflow.load import Workspace, open_workspace
from svcflow.load.images import read_image
from svcflow.model.text import say

__all__ = ["Plan", "plan_site"]

_ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/svg+xml": "svg"}


@dataclass(slots=True)
class Plan:
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

    @property
    def state(self) -> str:
        """A digest of all that the workspace holds."""
        return _digest(self.common, *self.texts.values())


def plan_site(path: Path, folder: Path, languages: tuple[str, ...], *, afresh: bool) -> Plan:
    """Return what there is to do for a site of the processes at a path; raises `CannotDo` as `site` does."""
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
    plan = Plan(workspace, path, made_for, common, text_of, {}, outsides, places, folder, before)
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
    return outside_of(opened.context.process, workspace.relative(file), workspace)


def _refuse_twins(outsides: Mapping[str, Outside]) -> None:
    first: dict[str, str] = {}
    for name, outside in outsides.items():
        if first.setdefault(outside.id, name) != name:
            raise CannotDo(
                msg(
                    "{first} and {second} are both the process `{id}`",
                    first=first[outside.id],
                    second=name,
                    id=outside.id,
                ),
                msg("give each process an id of its own"),
            )


def _site(workspace: Workspace, path: Path, asked: tuple[str, ...], outsides: Iterable[Outside]) -> Site:
    settings = workspace.settings
    if asked:
        languages = tuple(dict.fromkeys(document_language(one, workspace) for one in asked))
    else:
        main = shared_language(workspace)
        there = {tag for outside in outsides for tag in outside.languages}
        there |= spoken_in(settings.organization, workspace)
        others = [*(tag for tag in LANGUAGES if tag in there), *sorted(there.difference(LANGUAGES))]
        languages = (main, *(workspace.spoken(tag) for tag in others if tag != main))
    name = settings.organization or path.resolve().name
    logo = ""
    if settings.documents.logo:
        image = read_image(workspace.root, settings.documents.logo, "documents.logo")
        logo = f"logo.{_ENDINGS[image.media_type]}"
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
