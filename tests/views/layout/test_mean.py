"""Processes that are meant to break a layout: drawn without a fault, whole and folded, in every flow view."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from svcflow.analyzers.context import ProcessContext
from svcflow.api.pictures import diagram_of
from svcflow.api.processes import open_processes
from svcflow.views.layout import Picture, arrange, fold
from svcflow.views.layout.check import faults

VIEWS = ("flowchart", "swimlane", "blueprint")
ARABIC = "التحقق من هوية الضيف قبل تسليم مفتاح الغرفة"
HEBREW = "בדיקת זהות האורח לפני מסירת המפתח"
COMBINING = "Ve\u0301rifier l'identite\u0301 e\u0301\u0302\u0303 👩‍👩‍👧‍👦 🇨🇳 👍🏽 नमस्ते กำลังตรวจสอบ"
Data = dict[str, Any]


def process(steps: list[Data], roles: int = 3) -> Data:
    lines = ("customer", "frontstage", "backstage", "support")
    named = {
        f"r{number}": {"name": f"Role {number}", "department": f"D{number // 4}", "line": lines[number % 4]}
        for number in range(roles)
    }
    return {"process": "mean", "name": "Mean", "owner": "r0", "roles": named, "steps": steps}


def step(number: int, role: int = 0, **more: Any) -> Data:
    return {"id": f"s{number}", "name": f"Step {number}", "role": f"r{role}"} | more


def sixty_lanes() -> Data:
    return process([step(number, number) for number in range(60)], roles=60)


def named(name: str) -> Data:
    data = process([step(number, number % 3, name=name) for number in range(4)])
    data["steps"][1] |= {"kind": "decision", "next": [{"when": name, "to": "s2"}, {"otherwise": "s3"}]}
    data["roles"]["r1"]["name"] = data["roles"]["r2"]["department"] = data["name"] = name
    return data


def one_step() -> Data:
    return process([step(0)], roles=1)


def forty_branches() -> Data:
    branches = [{"when": f"case {number}", "to": f"s{number}"} for number in range(1, 41)]
    targets = [step(number, number % 3, next="s41") for number in range(1, 41)]
    return process([step(0, kind="decision", next=branches), *targets, step(41)])


def many_parallel() -> Data:
    targets = [step(number, number % 3, next="s25") for number in range(1, 25)]
    fork = step(0, kind="parallel", next=[f"s{number}" for number in range(1, 25)])
    return process([fork, *targets, step(25, join="all")])


def loops_over_everything() -> Data:
    def back(number: int) -> list[Data]:
        return [
            {"when": "wrong", "to": "s0"},
            {"when": "half", "to": f"s{number // 2}"},
            {"otherwise": f"s{number + 1}"},
        ]

    return process(
        [step(0), *(step(number, number % 3, next=back(number)) for number in range(1, 12)), step(12)]
    )


def none_reached() -> Data:
    return process([step(0, next="end"), *(step(number, number % 3, next="end") for number in range(1, 15))])


def one_handler() -> Data:
    late = [{"when": "the system is down", "do": "go on by hand", "goto": "s20"}]
    return process([*(step(number, number % 3, exceptions=late) for number in range(20)), step(20, 2)])


MEAN: dict[str, Callable[[], Data]] = {
    "60 lanes": sixty_lanes,
    "one step": one_step,
    "40 branches": forty_branches,
    "24 at the same time": many_parallel,
    "loops over everything": loops_over_everything,
    "none reached but the first": none_reached,
    "exceptions of all to one": one_handler,
    "200 letters, no space": lambda: named("a" * 200),
    "200 letters in words": lambda: named(("lost key of a room " * 11)[:200].strip()),
    "200 Chinese characters": lambda: named("客户投诉处理的核对" * 22),
    "Arabic": lambda: named(ARABIC),
    "Hebrew": lambda: named(HEBREW),
    "emoji and combining characters": lambda: named(COMBINING),
}


def opened(data: Data, folder: Path) -> ProcessContext:
    file = folder / "mean.yaml"
    file.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    (found,) = open_processes(file)
    return found.context


@pytest.mark.parametrize("name", MEAN)
@pytest.mark.parametrize("view", VIEWS)
def test_mean_processes(name: str, view: str, tmp_path: Path) -> None:
    picture = arrange(diagram_of(opened(MEAN[name](), tmp_path), view))
    assert faults(picture) == []
    assert faults(fold(picture, 1400)) == []


@pytest.mark.parametrize("view", VIEWS)
def test_five_hundred_steps(view: str, tmp_path: Path) -> None:
    from benchmarks.layout_random import random_process

    file = tmp_path / "long.yaml"
    file.write_text(random_process(500, 1), "utf-8")
    (found,) = open_processes(file)
    picture = arrange(diagram_of(found.context, view))
    assert len(picture.nodes) > 500
    assert off_the_page(picture) == off_the_page(fold(picture, 1400)) == []


def off_the_page(picture: Picture) -> list[str]:
    return [
        placed.node.id
        for placed in picture.nodes
        if placed.box.x < 0 or placed.box.right > picture.width or placed.box.bottom > picture.height
    ]
