"""Make a workspace of any size to measure with: the same one for the same size.

    python -m benchmarks.make_workspace 2000 build/benchmark

Every process has 30 steps with decisions, a parallel part, waits, rework, exceptions, handoffs and SLAs, half of them
in English and half in Chinese; one of ten is called by the nine that follow it. They are clean in every profile.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path
from string import Template

__all__ = ["make_workspace"]

_TEMPLATES = Path(__file__).parent / "templates"
_THINGS = {
    "en": (
        "parking permit", "library card", "trade licence", "birth certificate", "water connection", "building permit",
        "fishing licence", "market stall", "dog licence", "school place", "street closure", "burial plot",
    ),
    "zh-Hans": (
        "停车证", "借书证", "营业执照", "出生证明", "供水开户", "施工许可", "捕捞许可证", "摊位证", "养犬登记证",
        "入学名额", "占道许可", "居住证",
    ),
}  # fmt: skip
_SPECIAL_CALL = {
    "en": "name: Have the special case decided",
    "zh-Hans": "name: 转大额申请办理流程",
}
_SPECIAL_TASK = {
    "en": """name: Decide on the special case, role: senior-officer, inputs: [case], outputs: [special-note],
     quality: {standard: The decision names its reason, measure: on-time},
     exceptions: {when: The law is not clear, do: Ask the director, escalate: director}""",
    "zh-Hans": """name: 处理大额申请, role: senior-officer, inputs: [case], outputs: [special-note],
     quality: {standard: 写明处理理由, measure: on-time},
     exceptions: {when: 法规依据不明, do: 请示主任, escalate: director}""",
}
_SETTINGS = """\
organization: Service centre
language: en
processes: [processes/]
catalogs: [catalogs/]
lint: {profile: audit}
"""


def make_workspace(folder: Path, processes: int) -> None:
    """Write a workspace with so many processes into a folder."""
    templates = {
        language: Template((_TEMPLATES / f"process.{language}.yaml").read_text("utf-8"))
        for language in _THINGS
    }
    (folder / "processes").mkdir(parents=True, exist_ok=True)
    (folder / "catalogs").mkdir(exist_ok=True)
    _write(folder / "svcflow.yaml", _SETTINGS)
    _write(folder / "catalogs" / "shared.yaml", (_TEMPLATES / "catalog.yaml").read_text("utf-8"))
    for number in range(processes):
        language = "en" if number % 2 == 0 else "zh-Hans"
        text = templates[language].substitute(_values(number, language))
        _write(folder / "processes" / f"{_id(number)}.yaml", text)


def _write(path: Path, text: str) -> None:
    path.write_text(text, "utf-8", newline="\n")


def _id(number: int) -> str:
    return f"service-{number:04}"


def _values(number: int, language: str) -> dict[str, object]:
    """Return what differs from process to process."""
    chance = random.Random(number)
    thing = chance.choice(_THINGS[language])
    complete = chance.randint(60, 90)
    minutes, hours = chance.randint(15, 30), chance.randint(4, 7)
    return {
        "number": f"{number:04}",
        "id": _id(number),
        "thing": thing,
        "Thing": thing.capitalize(),
        "version": f"{chance.randint(1, 4)}.{chance.randint(0, 9)}.{chance.randint(0, 9)}",
        "total": chance.randint(24, 30),
        "warn": chance.randint(18, 22),
        "a": minutes,
        "b": minutes - chance.randint(2, 5),
        "c": hours,
        "d": hours - 1,
        "e": chance.randint(2, 4),
        "x": complete,
        "y": 100 - complete,
        "wait": chance.randint(3, 5),
        "limit": chance.randint(10, 500),
        "special": _special(number, language),
    }


def _special(number: int, language: str) -> str:
    """Return the step for special cases: a call of the first process of ten, which itself does without one."""
    first = number - number % 10
    if number != first:
        return f"{{id: special, {_SPECIAL_CALL[language]}, kind: call, process: {_id(first)}, role: senior-officer}}"
    promise = "sla: {completion: 1bd, escalate: {to: service-manager, after: 6h}}, work: 2h"
    return f"{{id: special, {_SPECIAL_TASK[language]},\n     {promise}}}"


def main() -> None:
    """Read the command line and write the workspace."""
    parser = argparse.ArgumentParser(description="Make a workspace to measure with.")
    parser.add_argument("processes", type=int, help="how many processes")
    parser.add_argument("folder", type=Path, help="where to write it")
    given = parser.parse_args()
    make_workspace(given.folder, given.processes)


if __name__ == "__main__":
    main()
