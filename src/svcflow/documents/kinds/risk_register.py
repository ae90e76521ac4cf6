"""The risk register: how risks are graded, what keeps them down, and what remains."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from svcflow.documents.asked import Asked
from svcflow.documents.kind import Kind, Named
from svcflow.documents.labels import word
from svcflow.documents.outline import Block, Gap, Page, Paragraph, Section, Table
from svcflow.documents.sections.risks import graded
from svcflow.documents.sop_context import SopContext
from svcflow.documents.together import assembled, stem
from svcflow.model.risk import Control, Risk

__all__ = ["KIND"]


def _make(sops: Sequence[SopContext], asked: Asked) -> Iterator[Named]:
    t = sops[0].t
    kind = t("Risk register")
    title = sops[0].text(sops[0].process.name) if len(sops) == 1 else asked.organization or kind
    risks = [
        (sop, _id(risk, number), risk) for sop in sops for number, risk in enumerate(sop.process.risks, 1)
    ]
    sections = (_matrix(sops[0], risks), _register(sops, risks), _ungraded(sops[0], risks))
    outline = assembled(sops, asked, kind, title, sections, page=Page.LANDSCAPE)
    yield Named(stem(sops, "risk-register"), outline)


_Found = list[tuple[SopContext, str, Risk]]


def _id(risk: Risk, number: int) -> str:
    return risk.id or f"R{number}"


def _matrix(sop: SopContext, risks: _Found) -> Section:
    """Return the matrix by which risks are graded, with the risks in its cells."""
    t, settings = sop.t, sop.context.settings.risk
    cells: dict[tuple[int, int], list[str]] = {}
    for _, id, risk in risks:
        if risk.likelihood and risk.impact:
            cells.setdefault((risk.likelihood, risk.impact), []).append(id)
    impacts = range(1, len(settings.matrix[0]) + 1)
    rows = tuple(
        (str(likelihood), *(_cell(sop, likelihood, impact, cells) for impact in impacts))
        for likelihood in range(len(settings.matrix), 0, -1)
    )
    table = Table((t("Likelihood, by impact"), *map(str, impacts)), rows)
    how = t(
        "Likelihood from 1 (rare) up, impact from 1 (slight) up; a cell names its level and the risks in it."
    )
    return Section("matrix", t("Grading matrix"), (Paragraph(how), table))


def _cell(sop: SopContext, likelihood: int, impact: int, cells: dict[tuple[int, int], list[str]]) -> str:
    level = word(sop.context.settings.risk.level(likelihood, impact), sop.t)
    return "\n".join([level, sop.listed(cells.get((likelihood, impact), []))]).strip()


def _register(sops: Sequence[SopContext], risks: _Found) -> Section:
    t = sops[0].t
    if not risks:
        gap = Gap(
            t("What may harm the customer or the organisation, and what keeps it down? Fill in `risks`.")
        )
        return Section("register", t("Risks and controls"), (gap,))
    headers = [
        t("No."), t("Risk"), t("Step"), t("Grade"), t("Response"), t("Control"), t("Owner"), t("Indicator"),
        t("Residual risk"),
    ]  # fmt: skip
    rows = tuple(_row(sop, id, risk) for sop, id, risk in risks)
    if len(sops) > 1:
        headers.insert(1, t("Process"))
        rows = tuple(
            (row[0], sop.text(sop.process.name), *row[1:])
            for row, (sop, _, _) in zip(rows, risks, strict=True)
        )
    return Section("register", t("Risks and controls"), (Table(tuple(headers), rows),))


def _row(sop: SopContext, id: str, risk: Risk) -> tuple[str, ...]:
    left = risk.residual
    return (
        id,
        sop.text(risk.what),
        sop.listed(sop.step(step) for step in risk.step),
        _grade(sop, risk.likelihood, risk.impact),
        word(risk.response, sop.t),
        "\n".join(_control(sop, control) for control in risk.control),
        sop.role(risk.owner),
        sop.text(risk.indicator),
        _grade(sop, left.likelihood, left.impact) if left else "",
    )


def _grade(sop: SopContext, likelihood: int | None, impact: int | None) -> str:
    score = graded(likelihood, impact)
    if not likelihood or not impact:
        return score
    level = word(sop.context.settings.risk.level(likelihood, impact), sop.t)
    return f"{score}\n{level}".strip()


def _control(sop: SopContext, control: Control) -> str:
    text = sop.text(control.what)
    return (
        sop.t("{name} ({detail})").format(name=text, detail=sop.step(control.step)) if control.step else text
    )


def _ungraded(sop: SopContext, risks: _Found) -> Section | None:
    """Return what is still to be said of the risks, as places to fill in."""
    t = sop.t
    open_points: tuple[tuple[str, list[str]], ...] = (
        (t("not graded: {risks}"), [id for _, id, risk in risks if not risk.score]),
        (t("without a control: {risks}"), [id for _, id, risk in risks if not risk.control]),
        (t("without an owner: {risks}"), [id for _, id, risk in risks if not risk.owner]),
        (t("what remains is not graded: {risks}"), [id for _, id, risk in risks if not risk.residual]),
    )
    blocks: list[Block] = [Gap(text.format(risks=sop.listed(ids))) for text, ids in open_points if ids]
    return Section("open", t("Still open"), tuple(blocks)) if blocks else None


KIND = Kind("risk-register", _make, together=True)
