"""Documents as workbooks, without their pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from svcflow.api.made import Made
from svcflow.api.writers.look import look_of

if TYPE_CHECKING:
    from svcflow.api.writers.draft import Draft

__all__ = ["write"]


def write(draft: Draft) -> Made:
    """Return the document as a workbook: a sheet for each section that has tables."""
    from svcflow.exporters.xlsx import to_xlsx

    return Made(f"{draft.name}.xlsx", to_xlsx(draft.outline, look_of(draft)))
