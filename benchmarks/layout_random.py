"""Write a process by chance, as people's processes are: mostly forward, with choices, skips, rework and exceptions."""

from __future__ import annotations

import json
import random
from typing import Any

__all__ = ["random_process"]

_ROLES = ("guest", "clerk", "officer", "lead", "support")
_LINES = ("customer", "frontstage", "frontstage", "backstage", "support")


def random_process(steps: int, seed: int) -> str:
    """Return the text of a process of so many steps; the same seed gives the same text."""
    chance = random.Random(seed)
    roles = {
        role: {"name": role.title(), "department": f"Department {place // 2}", "line": line}
        for place, (role, line) in enumerate(zip(_ROLES, _LINES, strict=True))
    }
    data = {
        "process": "random",
        "name": "A process by chance",
        "owner": "lead",
        "roles": roles,
        "steps": list(_steps(steps, chance)),
    }
    return json.dumps(data, ensure_ascii=False)  # JSON is YAML


def _steps(count: int, chance: random.Random) -> list[dict[str, Any]]:
    role = "guest"
    found: list[dict[str, Any]] = []
    for number in range(count):
        if chance.random() < 0.35:
            role = chance.choice(_ROLES)
        step: dict[str, Any] = {"id": f"s{number}", "name": f"Do what step {number} needs", "role": role}
        if chance.random() < 0.4:
            step["sla"] = "15m"
        step |= _ways_on(number, count, chance)
        found.append(step)
    return found


def _ways_on(number: int, count: int, chance: random.Random) -> dict[str, Any]:
    last, drawn = count - 1, chance.random()
    on, further = f"s{min(last, number + 1)}", f"s{min(last, number + chance.randint(2, 6))}"
    back = f"s{max(0, number - chance.randint(1, 6))}"
    if number + 2 >= count:
        return {}
    if drawn < 0.18:
        branches = [{"when": "it is complete", "to": on, "share": "80%"}, {"otherwise": further}]
        return {"kind": "decision", "name": f"Is {number} in order?", "next": branches}
    if drawn < 0.26:
        again: dict[str, Any] = {"otherwise": back, "limit": 2}
        branches = [{"when": "it is right", "to": on}, again]
        return {"kind": "decision", "name": f"Is {number} right?", "next": branches}
    if drawn < 0.34:
        return {"exceptions": [{"when": "the system is down", "do": "go on by hand", "goto": further}]}
    return {}
