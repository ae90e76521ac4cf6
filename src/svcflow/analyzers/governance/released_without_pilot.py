"""A process that was released and never tried."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.governance.life import is_released
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import State
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["ReleasedWithoutPilot"]


class ReleasedWithoutPilot(ProcessRule):
    """The process was released without a trial, or before the trial had a result.

    With `status: approved` or `effective`, `pilot` should tell where it was tried and what came out (`result`).
    What describes the practice of today (`state: as-is`) needs no trial.

    Why: At the desk it works. The first week at the counter shows the queue at noon, the form with the missing
    line, the customer whom nobody has thought of.

    Fix: Try it at one place for two weeks, and write what came out: `pilot: {where: …, from: …, to: …, success:
    […], result: …}`.
    """

    code = "G402"
    name = "released-without-pilot"
    severity = Severity.WARNING
    profile = Profile.AUDIT
    bad = """
        process: kiosk
        name: Check-in at the kiosk
        status: effective  #!
        steps:
          - {id: scan, name: Scan the passport}
        ---
        process: bag-drop
        name: Self-service bag drop
        status: approved
        steps:
          - {id: tag, name: Print the tag}
        pilot:
          where: Terminal 1  #!
          success: 60 bags an hour
    """
    good = """
        process: kiosk
        name: Check-in at the kiosk
        status: effective
        steps:
          - {id: scan, name: Scan the passport}
        pilot: {where: Terminal 1, success: 60 guests an hour, result: 71 guests an hour}
    """
    near = (
        """
        process: 值机
        name: 柜台值机
        status: effective
        state: as-is
        steps:
          - {id: 核验, name: 核验证件}
        """,
        """
        process: 自助值机
        name: 自助值机
        status: piloting
        steps:
          - {id: 扫描, name: 扫描护照}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield one problem where the process was released without a trial that has a result."""
        process = context.process
        if not is_released(process) or process.state is State.AS_IS:
            return
        if process.pilot is None:
            message = msg("the process is released, and nothing says that it was tried")
            yield Problem(
                ("status",), message, msg("tell of the trial under `pilot`: where, how long, what came out")
            )
        elif process.pilot.result is None:
            message = msg("the process is released, and nothing says what came out of its trial")
            yield Problem(("pilot", "where"), message, msg("write the `result` of the pilot"))
