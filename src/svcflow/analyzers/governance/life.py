"""Where a process is in its life, as the rules ask it again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from svcflow.model.vocabulary import Status

if TYPE_CHECKING:
    from svcflow.model.process import Process

__all__ = ["is_in_use", "is_released"]


def is_released(process: Process) -> bool:
    """Tell whether the process is approved or in force."""
    return process.status in (Status.APPROVED, Status.EFFECTIVE)


def is_in_use(process: Process) -> bool:
    """Tell whether people may work by the process: it is neither a draft nor retired. Without a status it is."""
    return process.status not in (Status.DRAFT, Status.RETIRED)
