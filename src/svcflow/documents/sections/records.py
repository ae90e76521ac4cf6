"""What is recorded and how long it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from svcflow.documents.outline import Section, Table
from svcflow.documents.sop_context import SopContext

if TYPE_CHECKING:
    from svcflow.model.governance import Record
    from svcflow.model.retention import Retention

__all__ = ["section"]


def section(sop: SopContext) -> Section | None:
    """Return the records of the process and of its steps."""
    t = sop.t
    records = [*sop.process.records, *(record for step in sop.process.steps for record in step.records)]
    rows = tuple(
        (*_named(sop, record), sop.kept(record.kept_for or _of_form(sop, record)), sop.text(record.where))
        for record in records
    )
    headers = (t("Record"), t("Form"), t("Kept for"), t("Kept at"))
    return Section("records", t("Records and retention"), (Table(headers, rows),)) if rows else None


def _named(sop: SopContext, record: Record) -> tuple[str, str]:
    """Return the name of a record and the number of its form, which a document of the catalogue has itself."""
    entry = sop.shared.artifacts.get(record.what)
    if entry is None:
        return sop.text(record.what), record.form or ""
    return sop.text(entry.value.name), record.form or entry.value.number or ""


def _of_form(sop: SopContext, record: Record) -> Retention | None:
    entry = sop.shared.artifacts.get(record.what)
    return entry.value.kept_for if entry else None
