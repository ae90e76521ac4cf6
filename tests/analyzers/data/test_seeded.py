"""Each fault about data or quality, put into a clean example, is found; and nothing else but what follows from it."""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from svcflow import source
from svcflow.analyzers import data as data_rules
from svcflow.analyzers import quality as quality_rules
from svcflow.analyzers.context import ProcessContext, WorkspaceContext
from svcflow.analyzers.rule import ProcessRule, WorkspaceRule
from svcflow.load import Shared
from svcflow.model import Process
from svcflow.model.catalog import Catalog

EXAMPLES = Path(__file__).parents[3] / "examples" / "services"
RULES = (*data_rules.RULES, *quality_rules.RULES)
Data = dict[str, Any]


@lru_cache(maxsize=1)
def example() -> tuple[Data, Data]:
    process = source.read(EXAMPLES / "processes" / "hotel-check-in.yaml").data
    catalog = source.read(EXAMPLES / "catalogs" / "hotel.yaml").data
    assert isinstance(process, dict)
    assert isinstance(catalog, dict)
    return process, catalog


def fired(process: Data, catalog: Data) -> set[str]:
    shared = Shared()
    shared.add(Catalog.model_validate(catalog), "catalog.yaml")
    context = ProcessContext(Process.model_validate(process), shared)
    found = set()
    for rule in RULES:
        made = rule()
        if isinstance(made, ProcessRule):
            problems = [*made.check(context), *made.check_shared(shared)]
        else:
            assert isinstance(made, WorkspaceRule)
            problems = list(made.check(WorkspaceContext((), shared)))
        found |= {rule.name for _ in problems}
    return found


def step(data: Data, id: str) -> Data:
    found: Data = next(step for step in data["steps"] if step["id"] == id)
    return found


def kpi(data: Data, id: str) -> Data:
    found: Data = next(kpi for kpi in data["kpis"] if kpi["id"] == id)
    return found


def fault(*path: str | int, to: Any = None) -> Callable[[Data], None]:
    """Set what a way leads to, or take it out; ``"step:ID"`` and ``"kpi:ID"`` lead to a step or KPI."""

    def change(data: Data) -> None:
        here: Any = data
        for key in path[:-1]:
            if isinstance(key, str) and ":" in key:
                here = {"step": step, "kpi": kpi}[key.split(":")[0]](data, key.split(":")[1])
            else:
                here = here[key]
        if to is None:
            del here[path[-1]]
        else:
            here[path[-1]] = to

    return change


GREETED = "kpi:hotel-greeting-in-time"

IN_THE_PROCESS: list[tuple[str, Callable[[Data], None], set[str]]] = [
    ("unknown-artifact", fault("step:greet", "inputs", 0, to="hotel-booking-confirmatoin"), set()),
    ("unknown-tool", fault("step:greet", "tools", 0, to="hotel-sistem"), set()),
    ("record-without-retention", fault("records", to=["Log of the doors"]), set()),
    ("input-never-produced", fault("step:close-arrival", "inputs", 0, to="hotel-nightly-list"), set()),
    ("input-not-always-produced", fault("step:close-arrival", "inputs", 0, to="hotel-waiting-record"), set()),
    (
        "output-never-used",
        fault("step:guarantee", "outputs", to=["hotel-payment-guarantee", "hotel-carbon-copy"]),
        set(),
    ),
    ("step-without-output", fault("step:guarantee", "outputs"), {"input-never-produced"}),
    ("unknown-kpi", fault("step:greet", "quality", 0, "measure", to="hotel-greeted"), {"kpi-never-used"}),
    ("unreadable-target", fault(GREETED, "target", to="high"), set()),
    ("unit-mismatch", fault(GREETED, "target", to="<= 60 s"), set()),
    ("alarm-in-wrong-direction", fault(GREETED, "alarm", to="> 90%"), set()),
    ("no-standard", fault("step:identify", "quality"), {"kpi-never-used"}),
    ("standard-without-measure", fault("step:identify", "quality", 0, "measure"), {"kpi-never-used"}),
    ("measure-without-target", fault(GREETED, "target"), set()),
    ("kpi-without-formula", fault(GREETED, "formula"), set()),
    ("kpi-without-source", fault(GREETED, "source"), set()),
    ("unmeasurable-objective", fault("objectives", 0, "target", to="better"), set()),
    ("objective-without-baseline", fault("objectives", 0, "baseline"), set()),
    ("objective-without-date", fault("objectives", 0, "by"), set()),
    ("no-inspection", fault("inspection"), set()),
    ("inspection-without-evidence", fault("inspection", 0, "evidence"), set()),
    ("inspection-without-plan", fault("inspection", 0, "every"), set()),
    (
        "fixed-tier-with-discretion",
        fault("step:guarantee", "discretion", to="Regular guests pay later"),
        set(),
    ),
    ("bespoke-without-limit", fault("step:tailor", "discretion"), set()),
    ("options-without-choice", fault("step:host-guest", "options", to=["Lounge"]), set()),
]
"""Rule, fault, and the other rules that rightly speak up.

A KPI that measured only what is gone is no longer used; what a step no longer makes is missing in later ones.
"""

IN_THE_CATALOGUE: list[tuple[str, Callable[[Data], None]]] = [
    ("form-without-owner", fault("artifacts", "hotel-luggage-slip", "owner")),
    ("form-without-number", fault("artifacts", "hotel-luggage-slip", "number")),
    ("kpi-without-formula", fault("kpis", 0, "formula")),
    ("kpi-without-source", fault("kpis", 0, "source")),
    ("alarm-in-wrong-direction", fault("kpis", 0, "alarm", to=">= 92%")),
    ("unreadable-target", fault("kpis", 0, "alarm", to="too low")),
    ("unit-mismatch", fault("kpis", 0, "alarm", to="< 85 points")),
]


def test_the_example_is_clean() -> None:
    assert fired(*example()) == set()


@pytest.mark.parametrize(
    ("rule", "change", "also"), IN_THE_PROCESS, ids=[rule for rule, _, _ in IN_THE_PROCESS]
)
def test_a_fault_of_the_process_is_found(rule: str, change: Callable[[Data], None], also: set[str]) -> None:
    process, catalog = copy.deepcopy(example())
    catalog["artifacts"] |= {"hotel-nightly-list": "Nightly list", "hotel-carbon-copy": "Carbon copy"}
    change(process)
    assert fired(process, catalog) == {rule, *also}


@pytest.mark.parametrize(("rule", "change"), IN_THE_CATALOGUE, ids=[rule for rule, _ in IN_THE_CATALOGUE])
def test_a_fault_of_the_catalogue_is_found(rule: str, change: Callable[[Data], None]) -> None:
    process, catalog = copy.deepcopy(example())
    change(catalog)
    assert fired(process, catalog) == {rule}


def test_a_kpi_that_nothing_needs_is_found() -> None:
    process, catalog = copy.deepcopy(example())
    process["kpis"].append(
        {"id": "hotel-umbrellas", "name": "Umbrellas", "formula": "lent", "source": "Desk"}
    )
    assert fired(process, catalog) == {"kpi-never-used"}


def test_work_done_again_by_another_role_is_found() -> None:
    process, catalog = copy.deepcopy(example())
    step(process, "escort")["outputs"].append("hotel-arrival-check")
    assert fired(process, catalog) == {"overwritten-unread"}
    del catalog["artifacts"]["hotel-arrival-check"]["owner"]
    assert fired(process, catalog) == {"overwritten-unread", "produced-by-two-roles"}


def test_every_rule_has_its_fault() -> None:
    seeded = {rule for rule, _, _ in IN_THE_PROCESS} | {rule for rule, _ in IN_THE_CATALOGUE}
    seeded |= {"kpi-never-used", "overwritten-unread", "produced-by-two-roles"}
    assert seeded == {rule.name for rule in RULES}
