"""A step of a process."""

from __future__ import annotations

from typing import Any

from pydantic import ConfigDict, Field, model_validator

from svcflow.model.base import Model, OneOrMany, bad
from svcflow.model.customer import Feedback, Touchpoint
from svcflow.model.distribution import Work
from svcflow.model.duration import Duration
from svcflow.model.flow import Branch, ExceptionCase, Reminder, TimeLimit, WaitEvent
from svcflow.model.governance import Record
from svcflow.model.quality import Standard
from svcflow.model.text import Text
from svcflow.model.timing import StepSla
from svcflow.model.values import Id
from svcflow.model.vocabulary import Automation, Join, StepKind, Tier, Value

__all__ = ["Step"]

_WAIT_KEYS = ("for", "until", "at_most", "remind")
_WAIT_FIELDS = frozenset(("for_", *_WAIT_KEYS[1:]))
_WAIT_FIELDS = frozenset(("for_", *_WAIT_KEYS[1:]))


def _only(kind: str, keys: tuple[str, ...]) -> dict[str, Any]:
    """Return the JSON Schema of: whoever has one of these keys is of that kind."""
    return {
        "if": {"anyOf": [{"required": [key]} for key in keys]},
        "then": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
    }


class Step(Model):
    """One step: who does what, with what, how fast, how well, and where it goes on."""

    model_config = ConfigDict(
        json_schema_extra={
            "allOf": [
                {
                    "if": {"properties": {"kind": {"const": "call"}}, "required": ["kind"]},
                    "then": {"required": ["process"]},
                },
                _only("call", ("process",)),
                _only("wait", _WAIT_KEYS),
                {"properties": {"id": {"not": {"const": "end"}}}},
            ],
        }
    )

    id: Id
    """The id by which `next`, handoffs and other files refer to it; `end` is taken."""
    name: Text
    """What is done, as an action: `Verify the guest's identity`; for a decision, its question."""
    kind: StepKind = StepKind.TASK
    """What the step does to the flow; left out: a task."""
    description: Text | None = None
    """What a reader should know besides the name."""
    phase: Text | None = None
    """The phase of the customer's journey that begins here, e.g. `Arrival`; left out: that of the step before it in
    the list goes on."""
    role: OneOrMany[Id] = ()
    """Who is responsible: one role id, or a list where any of them may act."""
    accountable: OneOrMany[Id] = ()
    """Who answers for the result, if not the process's owner; one role."""
    consulted: OneOrMany[Id] = ()
    """Who is asked before or during the step."""
    informed: OneOrMany[Id] = ()
    """Who is told of the result."""

    inputs: OneOrMany[Id] = ()
    """The documents, forms and data needed, e.g. `[complaint]`."""
    outputs: OneOrMany[Id] = ()
    """The documents, forms and data made or changed, e.g. `[ticket]`."""
    tools: OneOrMany[Id] = ()
    """The systems and equipment used, e.g. `[crm]`."""
    instructions: OneOrMany[Text] = ()
    """How it is done, one action a line."""
    records: OneOrMany[Record] = ()
    """The records that the step leaves."""
    knowledge: OneOrMany[Text] = ()
    """Knowledge articles, scripts and laws that help."""

    sla: StepSla | None = None
    """How fast: `15m`, or `{response: 1m, completion: 10m, escalate: …}`."""
    work: Work | None = None
    """Hands-on time: `45m`, `4m..15m`, or `{min: 4m, likely: 6m, max: 15m}`."""
    touchpoint: Touchpoint | None = None
    """Where the customer meets the service in this step."""
    quality: OneOrMany[Standard] = ()
    """How well it has to be done."""
    feedback: Feedback | None = None
    """How the customer's opinion is asked after the step."""
    exceptions: OneOrMany[ExceptionCase] = ()
    """What can go wrong, and what is done then."""

    tier: Tier | None = None
    """How far the standard binds the front line."""
    discretion: Text | None = None
    """What the front line may decide alone, e.g. `a voucher of up to 50`."""
    options: OneOrMany[Text] = ()
    """With `tier: options`: what may be chosen from."""
    automation: Automation | None = None
    """Who does the work: people, people with a system, or a system."""
    value: Value | None = None
    """For whom the step creates value."""
    pain_points: OneOrMany[Text] = ()
    """What hurts here today."""

    next: OneOrMany[Branch] = ()
    """Where it goes on: a step id, `end`, or a list of branches; left out: the next step of the list."""
    join: Join | None = None
    """How several flows that lead here meet: `all` or `any` of them; left out: each one starts the step."""
    process: Id | None = None
    """With `kind: call`: the process that is run."""
    for_: Duration | None = Field(default=None, alias="for")
    """With `kind: wait`: the time to pass, e.g. `3d`."""
    until: OneOrMany[WaitEvent] = ()
    """With `kind: wait`: the event or events, the first of which ends the wait."""
    at_most: TimeLimit | None = None
    """With `kind: wait`: the longest wait, and where it goes on then: `{time: 5bd, to: cancel}`."""
    remind: OneOrMany[Reminder] = ()
    """With `kind: wait`: reminders on the way: `{after: 2bd, do: …, role: …}`."""

    @model_validator(mode="after")
    def _keys_fit_kind(self) -> Step:
        if self.id == "end":
            raise bad("reserved_id", "`end` is the end of the process and cannot be the id of a step")
        if self.kind is StepKind.CALL and self.process is None:
            raise bad(
                "call_without_process",
                "a step of `kind: call` needs `process`, the id of the process that is run",
            )
        if self.process is not None and self.kind is not StepKind.CALL:
            raise bad("process_without_call", "`process` belongs to a step of `kind: call`")
        if self.kind is not StepKind.WAIT and not _WAIT_FIELDS.isdisjoint(self.model_fields_set):
            raise bad("wait_keys", "`for`, `until`, `at_most` and `remind` belong to a step of `kind: wait`")
        return self
