"""A procedure as PDF, beside pandoc that turns the same Markdown into typst, which the same typst sets."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from benchmarks.setting import Row, Setting
from benchmarks.timing import alternately, child, run

__all__ = ["pdf_beside_pandoc"]

_FIRST = (3, 1, 2)
"""The first pandoc that writes typst."""


def pdf_beside_pandoc(setting: Setting, file: Path, other: Path) -> Iterator[Row]:
    """Yield the row, without a comparison where pandoc is missing or too old; both without pictures."""
    from svcflow.api import Order, publish

    what = "the same as pdf, without pictures"
    if _version() < _FIRST:
        ms = 1000 * alternately(setting.rounds, lambda: _written(file, other))[0]
        yield Row(what, f"{ms:.0f} ms", "", "")
        return
    (made,) = publish(file, Order(format="md", pictures=False))
    text, source = setting.folder / "procedure.md", setting.folder / "procedure.typ"
    text.write_bytes(made.data)
    command = [
        "pandoc",
        "--toc",
        "-s",
        "-V",
        "mainfont=Noto Sans SC",
        "-t",
        "typst",
        "-o",
        str(source),
        str(text),
    ]
    mine, theirs = alternately(
        setting.rounds,
        lambda: _written(file, other),
        lambda: run(command).seconds + child("typst", str(source))["seconds"],
    )
    yield Row(
        f"{what}, against pandoc from Markdown (with its start-up) and typst",
        f"{mine * 1000:.0f} ms", f"{theirs * 1000:.0f} ms", f"{theirs / mine:.1f} times faster",
    )  # fmt: skip


def _written(file: Path, other: Path) -> float:
    return child("publish", str(file), str(other), "pdf", "")["seconds"]


def _version() -> tuple[int, ...]:
    """Return the version of pandoc, (0,) where there is none."""
    if shutil.which("pandoc") is None:
        return (0,)
    said = subprocess.run(["pandoc", "--version"], capture_output=True, text=True, check=True).stdout
    found = re.search(r"\d+(?:\.\d+)*", said)
    return tuple(map(int, found[0].split("."))) if found else (0,)
