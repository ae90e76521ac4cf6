"""The templates of documents: which there are, and ours to start from."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from svcflow.api.words_file import PREFIX, words_file, words_names
from svcflow.api.writers.look import templates_folder
from svcflow.exporters.own_templates import STYLE, our_template, template_names
from svcflow.finding import CannotDo
from svcflow.i18n import msg
from svcflow.load import Workspace, open_workspace
from svcflow.load.files import shown_path

__all__ = ["TemplateInfo", "eject", "templates"]


@dataclass(frozen=True, slots=True)
class TemplateInfo:
    """A template: its name, and the workspace's file that takes the place of ours, None where ours is used."""

    name: str
    own: Path | None = None


def templates(path: str | os.PathLike[str]) -> list[TemplateInfo]:
    """Return the templates that the workspace of a path uses, those for single sections that it adds, and its words."""
    workspace = open_workspace(Path(path))
    folder = templates_folder(workspace.root, workspace.settings.documents)
    names = [*template_names(), STYLE]
    if folder:
        added = (
            f"{format}/{file.stem}"
            for format in ("html", "md")
            for file in sorted((folder / format).glob("section-*.jinja"))
        )
        names = sorted(dict.fromkeys([*names, *added]))
    found = [TemplateInfo(name, _own(folder, name)) for name in names]
    return found + [TemplateInfo(name, file) for name, file in words_names(workspace).items()]


def eject(path: str | os.PathLike[str], name: str) -> tuple[Path, str]:
    """Return where a template of the workspace's own belongs, and ours to start from; nothing is written.

    ``words/fr`` is a file for words in French, or in any other language.

    Raises `CannotDo` when there is no such template, when the settings name no folder, and when it is there already.
    """
    workspace = open_workspace(Path(path))
    place, text = _started(workspace, name)
    if place.exists() or place.is_symlink():
        raise CannotDo(
            msg("{path} is there already", path=shown_path(place)),
            msg("take it away to start from ours again"),
        )
    return place, text


def _started(workspace: Workspace, name: str) -> tuple[Path, str]:
    if name.startswith(PREFIX):
        return words_file(workspace, name.removeprefix(PREFIX))
    folder = templates_folder(workspace.root, workspace.settings.documents)
    text = our_template(name)
    if folder is None:
        raise CannotDo(
            msg("the workspace has no folder for templates of its own"),
            msg("name one in svcflow.yaml: `documents: {templates: templates}`"),
        )
    return _place(folder, name), text


def _own(folder: Path | None, name: str) -> Path | None:
    place = _place(folder, name) if folder else None
    return place if place and place.is_file() else None


def _place(folder: Path, name: str) -> Path:
    return folder / (name if name == STYLE else f"{name}.jinja")
