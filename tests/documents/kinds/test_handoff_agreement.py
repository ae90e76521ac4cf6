"""Agreements between departments or roles: both directions, what is open, who signs."""

from __future__ import annotations

from typing import Any

import pytest

from svcflow.analyzers.context import ProcessContext
from svcflow.documents.asked import Asked
from svcflow.documents.kind import Named
from svcflow.documents.kinds import KINDS
from svcflow.documents.outline import Gap, Signatures, Table
from svcflow.documents.sop_context import SopContext
from svcflow.finding import CannotDo
from svcflow.load.shared import Shared
from svcflow.model.process import Process

PROCESS: dict[str, Any] = {
    "process": "room",
    "name": "Room",
    "roles": {
        "clerk": {"name": "Clerk", "department": "Front"},
        "maid": {"name": "Maid", "department": "Floor"},
        "cook": {"name": "Cook", "department": "Kitchen"},
    },
    "steps": [
        {"id": "order", "name": "Order cleaning", "role": "clerk"},
        {"id": "clean", "name": "Clean", "role": "maid", "sla": {"completion": "1h", "escalate": "clerk"}},
        {"id": "release", "name": "Release", "role": "clerk"},
    ],
    "handoffs": [{"from": "order", "to": "clean", "within": "5m", "accepted_when": "she nods"}],
}


def agreements(*between: str, **changes: Any) -> list[Named]:
    sop = SopContext(ProcessContext(Process.model_validate({**PROCESS, **changes}), Shared()), "en")
    asked = Asked(between=(between[0], between[1]) if between else None)
    return list(KINDS["handoff-agreement"].make([sop], asked))


@pytest.mark.parametrize("between", [(), ("Front", "Floor"), ("clerk", "maid"), ("Clerk", "Floor")])
def test_what_both_sides_agreed_and_what_is_open(between: tuple[str, ...]) -> None:
    (named,) = agreements(*between)
    sections = {section.id: section for section in named.outline.sections}
    assert list(sections) == ["parties", "there", "back", "escalation", "signatures"]
    there = sections["there"].blocks[0]
    assert isinstance(there, Table)
    assert there.rows == (("Room", "1 Order cleaning", "2 Clean", "", "", "5 min", "she nods"),)
    assert sections["back"].blocks == (Gap("Not agreed yet: Room: 2 Clean → 3 Release"),)
    signed = sections["signatures"].blocks[0]
    assert isinstance(signed, Signatures)
    assert len(signed.rows) == 2


def test_those_who_hand_nothing_over() -> None:
    with pytest.raises(CannotDo, match="nothing is handed over between Clerk, Kitchen"):
        agreements(
            "clerk",
            "Kitchen",
            steps=[*PROCESS["steps"], {"id": "cook", "name": "Cook", "role": ["cook", "clerk"]}],
        )


def test_an_unknown_side() -> None:
    with pytest.raises(CannotDo, match="there is no department or role `Flor`; did you mean `Floor`"):
        agreements("clerk", "Flor")
