"""What is recorded and how long it is kept."""

from __future__ import annotations

from svcflow.documents.outline import Section, Table
from svcflow.documents.sections.step_facts import record_text
from svcflow.documents.sop_context import SopContext

__all__ = ["section"]


def section(sop: SopContext) -> Section | None:
    """Return the records of the process and of its steps."""
    t = sop.t
    records = [*sop.process.records, *(record for step in sop.process.steps for record in step.records)]
    rows = tuple(
        (record_text(sop, record.what), record.form or "", sop.kept(record.kept_for), sop.text(record.where))
        for record in records
    )
    headers = (t("Record"), t("Form"), t("Kept for"), t("Kept at"))
    return Section("records", t("Records and retention"), (Table(headers, rows),)) if rows else None
