"""The risk heat map: likelihood by impact, graded as the workspace grades."""

from __future__ import annotations

from typing import TYPE_CHECKING

from svcflow.i18n import msg
from svcflow.model.vocabulary import RiskLevel
from svcflow.views.diagram import PART
from svcflow.views.heading import opening
from svcflow.views.matrix import Cell, Chip, Header, Legend, Matrix, Tone

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.model.risk import Risk
    from svcflow.views.wording import Wording

__all__ = ["risk"]

_LEVELS = {
    RiskLevel.LOW: msg("low"),
    RiskLevel.MEDIUM: msg("medium"),
    RiskLevel.HIGH: msg("high"),
    RiskLevel.EXTREME: msg("extreme"),
}


def risk(context: ProcessContext, language: str | None = None) -> Matrix:
    """Return the risks of a process in the workspace's matrix; a framed id is a risk, a pale one what remains of it.

    Risks without likelihood or impact, and those outside the matrix, stand in the register below only, with a
    warning.
    """
    heading, words = opening(context, msg("Risk heat map"), language)
    grades = context.settings.risk
    likelihoods = range(len(grades.matrix), 0, -1) if context.process.risks else ()
    impacts = range(1, len(grades.matrix[0]) + 1)
    named = {one.id or f"R{place}": one for place, one in enumerate(context.process.risks, 1)}
    cells = tuple(
        tuple(_cell(context, words, named, likelihood, impact) for impact in impacts)
        for likelihood in likelihoods
    )
    return Matrix(
        heading=heading,
        columns=tuple(Header(str(impact)) for impact in impacts),
        rows=tuple(Header(str(likelihood)) for likelihood in likelihoods),
        cells=cells,
        across=words.t.term("impact"),
        down=words.t.term("likelihood"),
        legend=_legend(words, named),
        notes=tuple(_notes(context, words, named)),
        entries=tuple(
            (_chip(context, id, one), _entry(context, words, one)) for id, one in _worst_first(named)
        ),
        empty=words.t("the process names no risks yet: write them under `risks`"),
    )


def _cell(
    context: ProcessContext, words: Wording, named: dict[str, Risk], likelihood: int, impact: int
) -> Cell:
    level = context.settings.risk.level(likelihood, impact) or RiskLevel.LOW
    at = (likelihood, impact)
    chips = [
        Chip(id, Tone.STRONG, context.text(one.what), id)
        for id, one in named.items()
        if (one.likelihood, one.impact) == at
    ]
    chips += [
        Chip(id, Tone.FAINT, words.t("what remains of {risk}").format(risk=id))
        for id, one in named.items()
        if one.residual and (one.residual.likelihood, one.residual.impact) == at
    ]
    return Cell(tuple(chips), tone=Tone(level.value), text="" if chips else _LEVELS[level].render(words.t))


def _worst_first(named: dict[str, Risk]) -> list[tuple[str, Risk]]:
    """Return the risks for the register: the gravest first, those not graded yet before them."""
    return sorted(named.items(), key=lambda item: -(item[1].score or 99))


def _chip(context: ProcessContext, id: str, one: Risk) -> Chip:
    level = _level(context, one)
    return Chip(id, Tone(level.value) if level else Tone.OPEN)


def _level(context: ProcessContext, one: Risk) -> RiskLevel | None:
    if not one.likelihood or not one.impact:
        return None
    return context.settings.risk.level(one.likelihood, one.impact)


def _entry(context: ProcessContext, words: Wording, one: Risk) -> str:
    t, say = words.t, words.text
    parts = [say(one.what)]
    nodes = [context.graph.nodes[id] for id in one.step if id in context.graph.nodes]
    if nodes:
        names = t(", ").join(f"{node.index + 1} {words.name(node)}" for node in nodes)
        parts.append(t("in {steps}").format(steps=names))
    if one.control:
        controls = t("; ").join(say(control.what) for control in one.control)
        parts.append(t("control: {controls}").format(controls=controls))
    if one.owner:
        parts.append(t("watched by {role}").format(role=words.role(one.owner)))
    if one.likelihood and one.impact:
        parts.append(f"{one.likelihood} × {one.impact} = {one.score}")
    if one.residual:
        left = one.residual
        remains = f"{left.likelihood} × {left.impact} = {left.likelihood * left.impact}"
        parts.append(t("remains: {grade}").format(grade=remains))
    return PART.join(parts)


def _notes(context: ProcessContext, words: Wording, named: dict[str, Risk]) -> list[str]:
    t = words.t
    notes = [
        t("{risk}: not graded yet").format(risk=id)
        for id, one in named.items()
        if _level(context, one) is None
    ]
    return notes + [
        t("{risk}: nothing controls it").format(risk=id) for id, one in named.items() if not one.control
    ]


def _legend(words: Wording, named: dict[str, Risk]) -> tuple[Legend, ...]:
    t = words.t
    entries = [Legend(Tone(level.value), text.render(t)) for level, text in _LEVELS.items()]
    if named:
        entries.append(Legend(Tone.STRONG, t("without controls"), "R1"))
    if any(one.residual for one in named.values()):
        entries.append(Legend(Tone.FAINT, t("what remains with its controls"), "R1"))
    return tuple(entries)
