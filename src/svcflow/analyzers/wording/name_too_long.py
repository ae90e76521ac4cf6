"""A name that fits in no picture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from svcflow.analyzers import rule
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.analyzers.wording.reading import texts
from svcflow.analyzers.wording.words import has_chinese, length_of
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["NameTooLong"]


class NameTooLong(ProcessRule):
    """A name is so long that it says more than a name should.

    Names of the process, its steps and its own roles are measured: in words, and for Chinese in characters.

    Why: A name stands in a box of a picture, in the head of a table, in a message at night. What is long there is cut
    off or read by nobody, and two long names look alike.

    Fix: Name the one action and its object (‘Verify the identity’); conditions, places and reasons belong to
    `description`, `instructions` or `next`.
    """

    code = "W103"
    name = "name-too-long"
    severity = Severity.INFO
    profile = Profile.STRICT
    bad = """
        process: hotline
        name: Hotline
        steps:
          - id: answer
            name: Answer the call within three rings, greet the caller and ask for the customer number  #!
        ---
        process: 报修
        name: 物业报修
        language: zh-Hans
        roles:
          维修: {name: 物业服务中心工程维修部负责水电暖通电梯消防维修的值班人员}  #!
        steps:
          - {id: 受理, name: 前台接待人员受理业主通过电话或者业主群提出的报修并登记派单, role: 维修}  #!
    """
    good = """
        process: hotline
        name: Hotline
        steps:
          - id: answer
            name: Answer the call
            instructions: [Answer within three rings, Greet the caller, Ask for the customer number]
    """
    near = (
        """
        process: hotline
        name: Hotline
        steps:
          - id: answer
            name: Answer the call and ask the caller for the customer number
          - id: known
            kind: decision
            name: Is the caller known and allowed to ask about this very account?
            next: [{when: yes, to: end}, {otherwise: end}]
        """,
        """
        process: 报修
        name: 物业报修
        language: zh-Hans
        steps:
          - {id: 受理, name: 在 property-management-system 登记报修并派单给水电维修班组}
        """,
    )

    class Options(rule.Options):
        """The options of the rule."""

        words: int = Field(default=12, ge=1)
        """The largest number of words, e.g. `10`."""
        characters: int = Field(default=24, ge=1)
        """The largest number of characters of a Chinese name, e.g. `20`."""

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each name above its limit."""
        shortest = min(self.options.words, self.options.characters)
        for said in texts(context):
            if said.field not in ("name", "steps.name", "roles.name") or len(said.text) <= shortest:
                continue
            count = length_of(said.text)
            help = msg("name one action or thing; the rest belongs to `description` or `instructions`")
            if has_chinese(said.text):
                if count > self.options.characters:
                    message = msg("the name has {count} characters; more than {limit} fit in no picture", count=count,
                                  limit=self.options.characters)  # fmt: skip
                    yield Problem(said.route, message, help)
            elif count > self.options.words:
                message = msg("the name has {count} words; more than {limit} fit in no picture", count=count,
                              limit=self.options.words)  # fmt: skip
                yield Problem(said.route, message, help)
