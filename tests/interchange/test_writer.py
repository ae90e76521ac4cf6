from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcflow.interchange.writer import to_yaml
from svcflow.source import parse, read
from tests.source.generated import DATA, KEYS
from tests.strategies import process_data

EXAMPLES = sorted(Path(__file__).parents[2].glob("examples/**/*.yaml"))


def _read_back(data: dict[str, Any]) -> Any:
    document = parse(to_yaml(data), "")
    assert not document.problems, document.problems
    return document.data


def _without_nothing(value: Any) -> Any:
    """Empty values have no place in the data of a process; lists become what YAML gives."""
    if isinstance(value, dict):
        return {key: _without_nothing(part) for key, part in value.items() if part is not None}
    return (
        [_without_nothing(part) for part in value if part is not None] if isinstance(value, list) else value
    )


@given(st.dictionaries(KEYS, DATA, max_size=4).map(_without_nothing))
def test_any_data_reads_back_equal(data: dict[str, Any]) -> None:
    assert _read_back(data) == data


@given(process_data())
def test_a_random_process_reads_back_equal(data: dict[str, Any]) -> None:
    assert _read_back(data) == data


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_reads_back_equal(path: Path) -> None:
    data = read(path).data
    assert _read_back(data) == data


def test_a_short_process_reads_like_notes() -> None:
    data = {
        "steps": [
            {"role": "guest", "name": "Reports the lost key", "id": "report"},
            {"id": "verify", "name": "Verify the guest's identity", "role": "receptionist", "sla": "3m"},
            {"id": "号", "name": "补办新房卡，旧卡作废", "role": "receptionist"},
        ],
        "name": "Replacing a lost room key",
        "roles": {"guest": {"name": "Guest", "line": "customer"}, "receptionist": "Receptionist"},
        "process": "lost-key",
        "sla": "10m",
    }
    assert (
        to_yaml(data)
        == """\
process: lost-key
name: Replacing a lost room key
sla: 10m
roles:
  guest: {name: Guest, line: customer}
  receptionist: Receptionist

steps:
  - {id: report, name: Reports the lost key, role: guest}
  - {id: verify, name: Verify the guest's identity, role: receptionist, sla: 3m}
  - {id: 号, name: 补办新房卡，旧卡作废, role: receptionist}
"""
    )


def test_a_grown_step_stands_in_a_block_of_its_own() -> None:
    data = {
        "process": "p",
        "name": "No",
        "purpose": "Two lines,\nthe second one here",
        "references": ["ISO 9001:2015, clause 8", "a: b"],
        "steps": [
            {"id": "a", "name": "First"},
            {
                "id": "b",
                "name": "Is it so, really?",
                "kind": "decision",
                "instructions": ["Look", "Ask"],
                "next": [{"when": "yes", "to": "a", "share": "8%"}, {"otherwise": "end"}],
                "x-bpmn": {"id": "_1", "note": "true"},
            },
            {"id": "c", "name": "Third", "role": ["agent", "case-officer"], "next": ["a", "b"]},
        ],
    }
    assert (
        to_yaml(data)
        == """\
process: p
name: No
purpose: |-
  Two lines,
  the second one here
references: [\"ISO 9001:2015, clause 8\", \"a: b\"]

steps:
  - {id: a, name: First}

  - id: b
    kind: decision
    name: Is it so, really?
    instructions:
      - Look
      - Ask
    next:
      - {when: yes, to: a, share: 8%}
      - {otherwise: end}
    x-bpmn: {id: _1, note: \"true\"}

  - {id: c, name: Third, role: [agent, case-officer], next: [a, b]}
"""
    )
