"""The card at the counter: the usual way, few steps, whom to call."""

from __future__ import annotations

from typing import Any

import pytest

from svcflow.analyzers.context import ProcessContext
from svcflow.documents.asked import Asked
from svcflow.documents.kinds import KINDS
from svcflow.documents.outline import Facts, Outline, Page, Paragraph, Table
from svcflow.documents.sop_context import SopContext
from svcflow.finding import CannotDo
from svcflow.load.shared import Shared
from svcflow.model.process import Process

ROLES = {"guest": {"name": "Guest", "line": "customer"}, "clerk": "Clerk", "boss": "Boss"}


def card(*steps: dict[str, Any], role: str | None = None, **more: Any) -> Outline:
    data = {"process": "p", "name": "P", "roles": ROLES, "steps": list(steps), **more}
    sop = SopContext(ProcessContext(Process.model_validate(data), Shared()), "en")
    (named,) = KINDS["quick-card"].make([sop], Asked(role=role))
    return named.outline


def table(outline: Outline, id: str) -> Table:
    (section,) = [one for one in outline.sections if one.id == id]
    block = section.blocks[0]
    assert isinstance(block, Table)
    return block


STEPS: tuple[dict[str, Any], ...] = (
    {"id": "ask", "name": "Ask", "role": "guest"},
    {
        "id": "check", "name": "Is it complete?", "kind": "decision", "role": "clerk", "sla": "5m",
        "next": [{"when": "no", "to": "mend", "share": "10%"}, {"when": "yes", "to": "give", "share": "90%"}],
    },
    {"id": "mend", "name": "Ask for the rest", "role": "clerk", "next": "end"},
    {
        "id": "give", "name": "Give the key", "role": "clerk", "discretion": "a second key",
        "sla": {"completion": "2m", "escalate": {"to": "boss", "after": "1m"}},
        "exceptions": [{"when": "no key", "do": "call the locksmith", "escalate": "boss"}],
    },
)  # fmt: skip


def test_the_usual_way_with_time_and_help() -> None:
    made = card(*STEPS, trigger="A guest has no key", sla="10m")
    assert made.page is Page.CARD
    assert made.sections[0].blocks == (Paragraph("A guest has no key"),)
    assert table(made, "steps").rows == (
        ("1", "Is it complete?\nno → Ask for the rest\nyes → 2 Give the key", "Clerk", "5 min", ""),
        ("2", "Give the key", "Clerk", "2 min", "Boss"),
    )
    assert table(made, "cases").rows == (("no key", "call the locksmith", "Boss"),)
    (limits,) = [one for one in made.sections if one.id == "limits"]
    assert limits.blocks == (Facts((("Resolution time", "10 min"), ("2 Give the key", "a second key"))),)


def test_the_card_of_a_role_has_all_its_steps() -> None:
    rows = table(card(*STEPS, role="clerk"), "steps").rows
    assert [row[1].splitlines()[0] for row in rows] == ["Is it complete?", "Ask for the rest", "Give the key"]


def test_at_most_twelve_steps_and_the_rest_is_told_of() -> None:
    made = card(*({"id": f"s{n}", "name": f"Do {n}", "role": "clerk"} for n in range(15)))
    assert len(table(made, "steps").rows) == 12
    (section,) = made.sections
    assert section.blocks[1] == Paragraph("3 more steps: see the procedure.")


def test_a_role_that_does_nothing() -> None:
    with pytest.raises(CannotDo, match="no step is done by a role `clark`; did you mean `clerk`"):
        card(*STEPS, role="clark")
