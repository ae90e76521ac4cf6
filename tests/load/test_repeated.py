"""Notes that say the same are told once; what has to be mended is told one by one."""

from __future__ import annotations

from svcflow.finding import Severity, Span
from svcflow.i18n import msg
from svcflow.interchange.result import ImportProblem, Loss
from svcflow.load.foreign import problem_findings


def problems(count: int, loss: Loss, severity: Severity | None = None) -> list[ImportProblem]:
    return [
        ImportProblem(
            loss, msg("‘{step}’ is lost", step=f"Step {n}"), Span(n, 1, n, 2), f"id{n}", severity=severity
        )
        for n in range(1, count + 1)
    ]


def test_few_are_told_one_by_one():
    found = list(problem_findings(problems(3, Loss.LOST), "a.bpmn"))
    assert [str(finding.message) for finding in found] == [
        "‘Step 1’ is lost (id id1)", "‘Step 2’ is lost (id id2)", "‘Step 3’ is lost (id id3)",
    ]  # fmt: skip


def test_many_are_told_once_with_their_lines():
    (found,) = problem_findings(problems(12, Loss.LOST), "a.bpmn")
    assert str(found.message) == (
        "‘Step 1’ is lost (id id1; likewise 11 more, in lines 2, 3, 4, 5, 6, 7, 8, 9, …)"
    )
    assert found.related == ()


def test_what_may_be_misunderstood_is_shown_at_each_place():
    (found,) = problem_findings(problems(5, Loss.CHANGED), "a.bpmn")
    assert [(related.place.span.line, str(related.message)) for related in found.related] == [
        (number, f"‘Step {number}’ is lost") for number in (2, 3, 4, 5)
    ]


def test_warnings_stay_apart_unless_they_are_minor():
    assert len(list(problem_findings(problems(5, Loss.UNCLEAR), "a.bpmn"))) == 5
    (found,) = problem_findings(problems(5, Loss.UNCLEAR, Severity.INFO), "a.bpmn")
    assert found.severity is Severity.INFO
