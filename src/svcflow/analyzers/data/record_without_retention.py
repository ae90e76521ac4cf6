"""A record does not say how long it is kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.data.references import records
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["RecordWithoutRetention"]


class RecordWithoutRetention(ProcessRule):
    """A record does not say how long it is kept.

    The time may stand at the record, at another record of the same thing, or at the document in the catalogue
    (`kept_for`).

    Why: What has no date of destruction is kept for ever or thrown away too early: the one breaks the law on
    personal data, the other loses the proof when a customer complains.

    Fix: Write `kept_for: 5 years`, or `kept_for: permanent`, at the record, or at the document in the catalogue.
    """

    code = "D105"
    name = "record-without-retention"
    severity = Severity.WARNING
    profile = Profile.AUDIT
    bad = """
        process: x-ray
        name: X-ray examination
        steps:
          - id: image
            name: Take the image
            records:
              - {what: Dose of radiation, kept_for: 30 years}
              - what: Consent  #!
                where: Patient file
    """
    good = """
        process: x-ray
        name: X-ray examination
        steps:
          - id: image
            name: Take the image
            records:
              - {what: Dose of radiation, kept_for: 30 years}
              - {what: consent, where: Patient file}
        ---
        catalog: clinic
        artifacts:
          consent: {name: Consent, kind: form, kept_for: 10 years}
    """
    near = (
        """
        process: 拍片
        name: 拍片检查
        steps:
          - {id: 拍片, name: 拍摄影像, records: [知情同意书, 剂量记录]}
        records:
          - {what: 知情同意书, kept_for: 10年}
          - {what: 剂量记录, form: F-12}
        ---
        catalog: 医院
        artifacts:
          剂量: {name: 辐射剂量表, number: F-12, kept_for: 30年}
          剂量记录: {name: 剂量记录, kept_for: 30年}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each record that nothing gives a time to, once."""
        timed = _timed(context)
        for route, record in records(context.process):
            what = context.text(record.what)
            if record.kept_for is None and what not in timed and record.form not in timed:
                timed.add(what)
                message = msg("nobody says how long the record ‘{record}’ is kept", record=what)
                yield Problem((*route, "what"), message, msg("write `kept_for`, e.g. `kept_for: 5 years`"))


def _timed(context: ProcessContext) -> set[str]:
    """Return the names, ids and numbers of forms for which a time of retention is written somewhere."""
    timed = {
        text
        for _, record in records(context.process)
        if record.kept_for is not None
        for text in (context.text(record.what), record.form)
        if text
    }
    for id, entry in context.shared.artifacts.items():
        if entry.value.kept_for is not None:
            timed |= {id, context.text(entry.value.name)}
            if entry.value.number:
                timed.add(entry.value.number)
    return timed
