"""A system or piece of equipment is named that no catalogue lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.data.references import tool_references
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile
from svcflow.text.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Collection

    from svcflow.analyzers.context import ProcessContext
    from svcflow.finding import Route

__all__ = ["UnknownTool"]


class UnknownTool(ProcessRule):
    """A system or piece of equipment is named that no catalogue lists.

    It is only looked at where a catalogue of the workspace lists tools. The way of a handoff (`via`) may be a
    tool or a channel; it is looked at where both are listed.

    Why: A step that is to be done in a system nobody can name is done by hand; and when the system is replaced,
    the steps that name it by another word are forgotten.

    Fix: Correct the id, or add the tool to the catalogue: `tools: {ID: NAME}`.
    """

    code = "D102"
    name = "unknown-tool"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        process: blood-test
        name: Blood test
        steps:
          - {id: draw, name: Draw the blood, tools: [label-printer], outputs: [sample]}
          - id: enter
            name: Enter the sample
            tools: [lab-sytem]  #!
        handoffs:
          - from: draw
            to: enter
            passes: [sample]
            via: pneumatic-post  #!
        ---
        catalog: clinic
        tools:
          lab-system: Laboratory system
          label-printer: {name: Label printer, kind: equipment}
        channels:
          phone: Telephone
    """
    good = """
        process: blood-test
        name: Blood test
        steps:
          - {id: draw, name: Draw the blood, tools: [label-printer], outputs: [sample]}
          - {id: enter, name: Enter the sample, tools: [lab-system]}
        handoffs:
          - {from: draw, to: enter, passes: [sample], via: phone}
        ---
        catalog: clinic
        tools:
          lab-system: Laboratory system
          label-printer: {name: Label printer, kind: equipment}
        channels:
          phone: Telephone
    """
    near = (
        """
        process: 采血
        name: 门诊采血
        steps:
          - {id: 采血, name: 采集血样, tools: [采血车], outputs: [血样]}
          - {id: 送检, name: 送检血样}
        handoffs:
          - {from: 采血, to: 送检, passes: [血样], via: 传送带}
    """,
        """
        process: blood-test
        name: Blood test
        steps:
          - {id: draw, name: Draw the blood, tools: [lab-system], outputs: [sample]}
          - {id: enter, name: Enter the sample}
        handoffs:
          - {from: draw, to: enter, passes: [sample], via: messenger}
        ---
        catalog: clinic
        tools:
          lab-system: Laboratory system
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each unknown tool once, at the first place that names it."""
        seen: set[str] = set()
        for route, id, known in _named(context):
            if id in seen or id in known:
                continue
            seen.add(id)
            guess = nearest(id, known)
            if guess:
                message = msg(
                    "no catalogue lists the tool `{tool}`; did you mean `{guess}`?", tool=id, guess=guess
                )
            else:
                message = msg("no catalogue lists the tool `{tool}`", tool=id)
            yield Problem(route, message, msg("add it under `tools` of a catalogue, or correct the id"))


def _named(context: ProcessContext) -> Iterator[tuple[Route, str, Collection[str]]]:
    """Yield each place that names a tool, and the ids that it may name."""
    tools, channels = context.shared.tools, context.shared.channels
    if tools:
        for route, id in tool_references(context.process):
            yield route, id, tools
    if tools and channels:
        either = {*tools, *channels}
        for index, handoff in enumerate(context.process.handoffs):
            if handoff.via:
                yield ("handoffs", index, "via"), handoff.via, either
