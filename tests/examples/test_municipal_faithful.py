"""The transcribed municipal services say exactly what their source says: states, actions, roles, times."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from svcflow.model import Catalog, Process, Step
from svcflow.model.vocabulary import StepKind

ROOT = Path(__file__).parents[2]
MUNICIPAL = ROOT / "examples" / "municipal"
PAIRS = (
    ("public-grievance-redressal", "pgr-complaints"),
    ("trade-licence", "trade-license"),
)
PROCESS_KEYS = {"process", "name", "sla", "steps"}
STEP_KEYS = {"id", "kind", "name", "role", "sla", "next"}


@dataclass(frozen=True)
class Service:
    """One service as our file has it, as written and as read, and as the source has it."""

    written: dict[str, Any]
    process: Process
    source: dict[str, Any]

    def states(self) -> list[tuple[Step, dict[str, Any]]]:
        """Pair each step with its state."""
        return list(zip(self.process.steps, self.source["states"], strict=True))


def _yaml(path: Path) -> Any:
    return YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=PAIRS, ids=[name for name, _ in PAIRS])
def service(request: pytest.FixtureRequest) -> Service:
    ours, theirs = request.param
    written = _yaml(MUNICIPAL / "processes" / f"{ours}.yaml")
    (source,) = json.loads((ROOT / "tests" / "data" / "digit" / f"{theirs}.json").read_text(encoding="utf-8"))
    return Service(written, Process.model_validate(written), source)


def _code(text: str) -> str:
    """Return a readable name as the source's code: "Send back to citizen" is SENDBACKTOCITIZEN."""
    return text.replace(" ", "").upper()


def _milliseconds(step: Step) -> int | None:
    return step.sla.completion.elapsed * 1000 if step.sla and step.sla.completion else None


def test_the_states_are_the_steps_in_their_order(service: Service) -> None:
    states = [state["state"] or "start" for state in service.source["states"]]
    assert [step.id for step in service.process.steps] == states


def test_a_step_is_named_after_its_state(service: Service) -> None:
    for step, state in service.states():
        assert _code(step.name) == (state["state"] or "START")
        assert state["applicationStatus"] == state["state"]


def test_the_actions_are_the_branches_with_their_targets(service: Service) -> None:
    for step, state in service.states():
        actions = [(action["action"], action["nextState"]) for action in state.get("actions") or []]
        taken = [(_code(branch.when), branch.to) for branch in step.next if branch.when is not None]
        assert taken == actions, step.id


def test_the_roles_of_each_action_may_take_its_branch_and_nobody_else(service: Service) -> None:
    for step, state in service.states():
        actions = state.get("actions") or []
        assert set(step.role) == {role for action in actions for role in action["roles"]}, step.id
        for branch, action in zip(step.next, actions, strict=False):
            assert set(branch.role or step.role) == set(action["roles"]), (step.id, branch.when)


def test_a_step_has_the_time_of_its_state_and_none_where_it_has_none(service: Service) -> None:
    for step, state in service.states():
        assert _milliseconds(step) == state["sla"], step.id
        assert step.sla is None or step.sla.model_fields_set == {"completion"}


def test_the_process_has_the_time_of_the_service(service: Service) -> None:
    sla = service.process.sla
    assert sla is not None
    assert sla.resolution is not None
    assert sla.resolution.elapsed * 1000 == service.source["businessServiceSla"]
    assert sla.model_fields_set == {"resolution"}


def test_what_is_final_ends_and_nothing_else_does(service: Service) -> None:
    for step, state in service.states():
        final, actions = state["isTerminateState"], state.get("actions")
        assert (step.kind is StepKind.END) == (final and not actions), step.id
        unnamed = [branch for branch in step.next if branch.when is None]
        assert [branch.otherwise for branch in unnamed] == (["end"] if final and actions else []), step.id


def test_nothing_was_added(service: Service) -> None:
    assert set(service.written) == PROCESS_KEYS
    for step in service.written["steps"]:
        assert set(step) <= STEP_KEYS, step["id"]
        assert step.get("kind", "end") == "end"
        for branch in step.get("next", []):
            assert set(branch) <= {"when", "to", "role"} or branch == {"otherwise": "end"}, step["id"]


def test_the_catalogue_names_the_roles_of_the_source_and_no_others() -> None:
    catalog = Catalog.model_validate(_yaml(MUNICIPAL / "catalogs" / "roles.yaml"))
    named = set()
    for _, theirs in PAIRS:
        (source,) = json.loads(
            (ROOT / "tests" / "data" / "digit" / f"{theirs}.json").read_text(encoding="utf-8")
        )
        for state in source["states"]:
            named |= {role for action in state.get("actions") or [] for role in action["roles"]}
    assert set(catalog.roles) == named
    assert catalog.model_fields_set == {"catalog", "roles"}


def test_source_and_licence_stand_beside_the_copies_and_the_transcripts() -> None:
    licence = (ROOT / "tests" / "data" / "digit" / "LICENSE").read_text(encoding="utf-8")
    assert licence.startswith("MIT License")
    assert (MUNICIPAL / "LICENSE").read_text(encoding="utf-8") == licence
    for path in MUNICIPAL.glob("*/*.yaml"):
        text = path.read_text(encoding="utf-8")
        assert "egovernments/DIGIT-OSS" in text
        assert "MIT licence" in text
