"""How long a procedure of 30 steps takes to be written in each format, and pandoc for the same text."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from benchmarks.make_workspace import make_workspace
from benchmarks.pandoc_pdf import pdf_beside_pandoc
from benchmarks.setting import Row, Setting
from benchmarks.timing import alternately, child, run

__all__ = ["documents"]

_GOALS = {"md": 50, "html": 150, "docx": 300, "pdf": 600}
"""Milliseconds after start-up, with the picture of the process."""


def documents(setting: Setting) -> Iterator[Row]:
    """Documents in every format, after another one for which everything was imported and set up."""
    make_workspace(setting.folder / "published", 2)
    first, second = sorted((setting.folder / "published" / "processes").iterdir())
    taken = alternately(
        setting.rounds, *(lambda form=form: _written(form, first, second, "yes") for form in _GOALS)
    )
    for (form, goal), seconds in zip(_GOALS.items(), taken, strict=True):
        ms = seconds * 1000
        yield Row(
            f"a procedure of 30 steps as {form}, with its picture", f"{ms:.0f} ms", "", "",
            f"at most {goal} ms", ms <= goal,
        )  # fmt: skip
    yield _without_pictures(setting, first, second)
    yield from pdf_beside_pandoc(setting, first, second)


def _written(form: str, file: Path, other: Path, pictures: str) -> float:
    return child("publish", str(file), str(other), form, pictures)["seconds"]


def _without_pictures(setting: Setting, file: Path, other: Path) -> Row:
    """A Word file without pictures, whose drawing is another matter, beside pandoc where it is installed."""
    from svcflow.api import Order, publish

    what = "the same as docx, without pictures"
    if shutil.which("pandoc") is None:
        ms = 1000 * alternately(setting.rounds, lambda: _written("docx", file, other, ""))[0]
        return Row(what, f"{ms:.0f} ms", "", "", "at most 300 ms", ms <= 300)
    (made,) = publish(file, Order(format="md", pictures=False))
    text = setting.folder / "procedure.md"
    text.write_bytes(made.data)
    target = str(setting.folder / "procedure.docx")
    mine, theirs = alternately(
        setting.rounds,
        lambda: _written("docx", file, other, ""),
        lambda: run(["pandoc", "--toc", "-o", target, str(text)]).seconds,
    )
    return Row(
        f"{what}, against pandoc from Markdown (with its start-up)", f"{mine * 1000:.0f} ms",
        f"{theirs * 1000:.0f} ms", f"{theirs / mine:.1f} times faster", "at most 300 ms", mine <= 0.3,
    )  # fmt: skip
