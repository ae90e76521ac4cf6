"""Processes by chance, the same ones for a seed on every machine: of all kinds of steps, and often wrong."""

from __future__ import annotations

import random
from typing import Any

__all__ = ["chance_process"]

_KINDS = ("task",) * 5 + ("decision", "parallel", "inclusive", "wait", "call", "end")
_WHEN = ("yes", "no", "amount over 1,000", "金额超过 1 万元")
_ROLES = ("guest", "agent", "supervisor", "法务")


def chance_process(seed: int) -> dict[str, Any]:
    """Return the data of a process: its steps lead anywhere, mostly on, some nowhere or twice to the same step."""
    chance = random.Random(seed)  # noqa: S311
    count = chance.randint(2, 9)
    steps = [_step(number, count, chance) for number in range(count)]
    roles = {role: role for role in _ROLES}
    return {"process": f"chance-{seed}", "name": f"By chance {seed}", "roles": roles, "steps": steps}


def _step(number: int, count: int, chance: random.Random) -> dict[str, Any]:
    kind = chance.choice(_KINDS)
    step: dict[str, Any] = {"id": f"s{number}", "kind": kind, "name": f"Step {number}"}
    if chance.random() < 0.7:
        step["role"] = chance.choice(_ROLES)
    if chance.random() < 0.2:
        step["join"] = chance.choice(("all", "any"))
    if kind == "end":
        return step
    if kind == "call":
        step["process"] = "another"
    if kind == "wait":
        step |= chance.choice(
            ({"for": "2h"}, {"until": "an answer"}, {"until": ["yes", "no"], "at_most": "3d"})
        )
    if kind == "task" and chance.random() < 0.2:
        step["exceptions"] = [{"when": "the system is down", "goto": _target(number, count, chance)}]
    if ways := _ways(kind, number, count, chance):
        step["next"] = ways
    return step


def _ways(kind: str, number: int, count: int, chance: random.Random) -> list[Any]:
    most = {"task": 2, "wait": 1, "call": 1}.get(kind, 3)
    several = kind in {"decision", "parallel", "inclusive"}
    targets = [_target(number, count, chance) for _ in range(chance.randint(int(several), most))]
    if kind == "parallel" or len(targets) < 2:
        return targets
    ways: list[Any] = [{"when": chance.choice(_WHEN), "to": target} for target in targets]
    if chance.random() < 0.1:
        return [ways[0], *targets[1:]]
    if chance.random() < 0.6:
        ways[-1] = chance.choice(({"otherwise": targets[-1]}, targets[-1]))
    return ways


def _target(number: int, count: int, chance: random.Random) -> str:
    drawn = chance.random()
    if drawn < 0.1:
        return "end"
    near = range(number + 1, min(count, number + 4)) if drawn < 0.85 else range(count)
    return f"s{chance.choice(near)}" if near else "end"
