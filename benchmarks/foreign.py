"""BPMN files, read and linted, against bpmnlint on the same files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from statistics import median

from benchmarks.setting import Row, Setting
from benchmarks.timing import ROOT, alternately, command, run
from tools import node

__all__ = ["bpmn"]

_FILES = 200
_PROCESS = re.compile(r'<(?:\w+:)?process\b[^>]*?\bid="([^"]+)"')
_SOURCES = ("C.1.1.bpmn", "A.4.1.bpmn")
"""Reference models of 41 and 31 KB: two files that others made."""


def bpmn(setting: Setting) -> Iterator[Row]:
    """Lint 200 files and one, whole commands; the difference is what each further file takes."""
    try:
        packages = node.packages()
    except node.Missing as missing:
        yield Row(f"lint of {_FILES} BPMN files, against bpmnlint", "", "", str(missing))
        return
    folder = setting.folder / "bpmn"
    folder.mkdir()
    for number in range(_FILES):
        source = ROOT / "tests" / "data" / "miwg" / _SOURCES[number % len(_SOURCES)]
        (folder / f"{number:03}.bpmn").write_text(_another(source.read_text("utf-8"), number), "utf-8")
    files = [str(file) for file in sorted(folder.iterdir())]
    (packages / ".bpmnlintrc").write_text('{"extends": "bpmnlint:recommended"}\n', "utf-8")
    theirs = ["node", str(packages / "node_modules" / "bpmnlint" / "bin" / "bpmnlint.js")]
    theirs += ["--config", str(packages / ".bpmnlintrc")]
    commands = (
        command("lint", "--quiet", str(folder)),
        command("lint", "--quiet", files[0]),
        [*theirs, *files],
        [*theirs, files[0]],
    )
    processor: list[list[float]] = [[] for _ in commands]

    def seconds(number: int) -> float:
        done = run(commands[number])
        processor[number].append(done.processor)
        return done.seconds

    many, one, their_many, their_one = alternately(
        setting.rounds, *(partial(seconds, number) for number in range(len(commands)))
    )
    what = f"lint of {_FILES} BPMN files of 36 KB"
    yield Row(
        f"{what}, whole command, against bpmnlint", f"{many:.2f} s", f"{their_many:.2f} s",
        f"{their_many / many:.1f} times faster",
    )  # fmt: skip
    mine, other = ((many - one) / (_FILES - 1), (their_many - their_one) / (_FILES - 1))
    yield _row(f"{what}, each further file", mine, other, "at least 5 times faster")
    if all(map(all, processor)):
        many, one, their_many, their_one = map(median, processor)
        mine, other = ((many - one) / (_FILES - 1), (their_many - their_one) / (_FILES - 1))
        yield _row(f"{what}, each further file, time of all processors", mine, other)


def _another(text: str, number: int) -> str:
    """Return a model whose processes have ids of their own, as different models have."""
    for id in set(_PROCESS.findall(text)):
        text = text.replace(f'"{id}"', f'"{id}-{number}"')
    return text


def _row(what: str, mine: float, other: float, goal: str = "") -> Row:
    ratio = other / mine
    return Row(
        what, f"{mine * 1000:.1f} ms", f"{other * 1000:.1f} ms", f"{ratio:.1f} times faster",
        goal, ratio >= 5 if goal else None,
    )  # fmt: skip
