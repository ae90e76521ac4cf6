"""What is measured without starting Python, each in a process of its own; called by `benchmarks.run`.

    python -m benchmarks.children parser FOLDER
    python -m benchmarks.children yamllint FOLDER EVERY
    python -m benchmarks.children render FILE OTHER-FILE
    python -m benchmarks.children publish FILE OTHER-FILE FORMAT [PICTURES]
    python -m benchmarks.children typst FILE

prints seconds and bytes as JSON. Starting Python and importing are not counted: only the work on the files is.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

__all__ = ["MEASURES", "parser", "publish", "typst", "yamllint"]


def parser(folder: Path) -> dict[str, float]:
    """Build the tree of located nodes of every file with PyYAML's C parser, and nothing else."""
    from yaml import CLoader, compose

    files = sorted(folder.rglob("*.yaml"))
    begin = perf_counter()
    size = 0
    for file in files:
        content = file.read_bytes()
        size += len(content)
        compose(content, Loader=CLoader)
    return {"seconds": perf_counter() - begin, "bytes": size}


def yamllint(folder: Path, every: str = "1") -> dict[str, float]:
    """Run yamllint with its default rules over every so-manieth file."""
    from yamllint.config import YamlLintConfig
    from yamllint.linter import run

    config = YamlLintConfig("extends: default")
    files = sorted(folder.rglob("*.yaml"))[:: int(every)]
    begin = perf_counter()
    size = 0
    for file in files:
        content = file.read_bytes()
        size += len(content)
        list(run(content.decode(), config))
    return {"seconds": perf_counter() - begin, "bytes": size}


def render(file: Path, other: str) -> dict[str, float]:
    """Draw a process as SVG, once, after another one for which everything was imported and set up."""
    from svcflow import api

    list(api.render(other, "flowchart", "svg"))
    begin = perf_counter()
    list(api.render(file, "flowchart", "svg"))
    return {"seconds": perf_counter() - begin, "bytes": file.stat().st_size}


def publish(file: Path, other: str, form: str, pictures: str = "") -> dict[str, float]:
    """Write a procedure, once, after another one for which everything was imported and set up."""
    from svcflow.api import Order, publish

    order = Order(format=form, pictures=bool(pictures))
    list(publish(other, order))
    begin = perf_counter()
    (made,) = publish(file, order)
    return {"seconds": perf_counter() - begin, "bytes": len(made.data)}


def typst(file: Path) -> dict[str, float]:
    """Set a typst file with the fonts that svcflow brings along, once."""
    from typst import compile as compiled

    from svcflow.exporters.fonts import font_files

    begin = perf_counter()
    made = compiled(str(file), font_paths=[str(font_files()[0].parent)], ignore_system_fonts=True)
    return {"seconds": perf_counter() - begin, "bytes": len(made)}


MEASURES: dict[str, Callable[..., dict[str, float]]] = {
    "parser": parser,
    "yamllint": yamllint,
    "render": render,
    "publish": publish,
    "typst": typst,
}
"""What can be asked for, by name."""


if __name__ == "__main__":
    name, where, *further = sys.argv[1:]
    print(json.dumps(MEASURES[name](Path(where), *further)))
