"""Where a step leads: branches, events and time limits of a wait, exceptions, agreed handoffs."""

from __future__ import annotations

from typing import ClassVar

from pydantic import ConfigDict, Field, model_validator

from svcflow.model.base import Model, OneOrMany, ShortModel, bad
from svcflow.model.duration import Duration
from svcflow.model.text import Text
from svcflow.model.values import Id, Share, Whole

__all__ = ["END", "Branch", "ExceptionCase", "Handoff", "Reminder", "TimeLimit", "WaitEvent"]

END = "end"
"""The target that ends the process: `next: end`."""


class Branch(ShortModel):
    """One way on from a step. A bare step id leads there without a condition."""

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [
                {"required": ["to"], "not": {"required": ["otherwise"]}},
                {"required": ["otherwise"], "not": {"anyOf": [{"required": ["to"]}, {"required": ["when"]}]}},
            ]
        }
    )
    shorthand: ClassVar[str] = "to"

    when: Text | None = None
    """The condition under which this branch is taken, e.g. `amount over 10,000`."""
    to: Id | None = None
    """The step it leads to, or `end`."""
    otherwise: Id | None = None
    """Instead of `when` and `to`: the step to go to when no other condition holds, or `end`."""
    share: Share | None = None
    """The part of the cases that take this branch, e.g. `85%`; the shares of a choice add up to 100%."""
    limit: Whole | None = None
    """How many times one case may take this branch, e.g. `2` on a way back to an earlier step."""
    role: OneOrMany[Id] = ()
    """Who may take this branch, where not every role of the step may, e.g. `supervisor`; left out: any of them."""

    @model_validator(mode="after")
    def _leads_somewhere(self) -> Branch:
        if self.otherwise is None and self.to is None:
            raise bad("branch_without_target", "a branch needs `to`, the step it leads to, or `otherwise`")
        if self.otherwise is not None and not (self.to is None and self.when is None):
            raise bad(
                "branch_with_both",
                "`otherwise: STEP` stands alone: a branch with it has neither `when` nor `to`",
            )
        return self

    @property
    def target(self) -> str:
        """The step it leads to, or `end`."""
        return self.to or self.otherwise or END


class WaitEvent(ShortModel):
    """Something a wait waits for. A bare text is the event, after which the flow goes on as `next` says."""

    shorthand: ClassVar[str] = "event"

    event: Text
    """What happens, e.g. `the customer sends the missing document`."""
    to: Id | None = None
    """The step to go to then; left out: as `next` of the waiting step says."""
    share: Share | None = None
    """The part of the cases in which this event comes first, e.g. `90%`."""


class TimeLimit(ShortModel):
    """How long a wait lasts at most, and where it goes then. A bare duration goes on as `next` says."""

    shorthand: ClassVar[str] = "time"

    time: Duration
    """The longest wait, e.g. `5bd`."""
    to: Id | None = None
    """The step to go to when the time is over; left out: as `next` of the waiting step says."""
    share: Share | None = None
    """The part of the cases in which the time runs out, e.g. `10%`."""


class Reminder(ShortModel):
    """What is done on the way while waiting. A bare duration is the time of the reminder."""

    shorthand: ClassVar[str] = "after"

    after: Duration
    """Time from the beginning of the wait to the reminder, e.g. `2bd`."""
    do: Text | None = None
    """What is done, e.g. `text message with the list of missing documents`."""
    role: Id | None = None
    """Who does it."""


class ExceptionCase(Model):
    """Something that can go wrong in a step, and what is done then."""

    when: Text
    """What goes wrong, e.g. `the customer cannot identify themselves`."""
    do: Text | None = None
    """What is done, e.g. `ask the control question`."""
    escalate: Id | None = None
    """The role that is called, e.g. `supervisor`."""
    goto: Id | None = None
    """The step at which the process goes on instead, or `end`; left out: the step itself goes on."""
    after: Duration | None = None
    """The exception happens when this time has passed in the step, e.g. `2h`."""
    share: Share | None = None
    """The part of the cases in which it happens, e.g. `2%`."""


class Handoff(Model):
    """What two sides agreed about a change of hands."""

    from_: Id = Field(alias="from")
    """The step that hands over."""
    to: Id
    """The step that takes over."""
    passes: OneOrMany[Id] = ()
    """The documents or data passed, e.g. `[ticket]`."""
    via: Id | None = None
    """The tool or channel by which they are passed, e.g. `crm`."""
    within: Duration | None = None
    """The time in which the other side has them in hand, e.g. `15m`."""
    accepted_when: Text | None = None
    """What shows that the other side has accepted, e.g. `the case officer presses "accept" in the CRM`."""
