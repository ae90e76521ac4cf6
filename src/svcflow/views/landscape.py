"""The landscape: all processes of a workspace by category and stage, the calls between them, and how they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from svcflow.i18n import Message, msg, translator
from svcflow.model.text import say
from svcflow.model.vocabulary import State, Status, StepKind
from svcflow.model.workspace import Profile
from svcflow.views.heading import Heading
from svcflow.views.matrix import Tone
from svcflow.views.wording import Wording

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.i18n import Translator

__all__ = ["Coloring", "Landmark", "Landscape", "Tile", "landscape"]


class Coloring(StrEnum):
    """What the colours of a landscape tell."""

    STATUS = "status"
    FINDINGS = "findings"
    MATURITY = "maturity"


@dataclass(frozen=True, slots=True)
class Landmark:
    """A process of the landscape, how many errors and warnings lint found, and the strictest profile it passes."""

    context: ProcessContext
    errors: int = 0
    warnings: int = 0
    profile: Profile | None = None


@dataclass(frozen=True, slots=True)
class Tile:
    """A process: its name, what stands below it, and what its colour says in words.

    ``calls`` are the ids of the processes of the landscape that it runs, ``outside`` those that it does not hold.
    """

    id: str
    name: str
    facts: str
    state: str
    tone: Tone
    row: int
    column: int
    line: str = ""
    calls: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    href: str = ""


@dataclass(frozen=True, slots=True)
class Landscape:
    """All tiles, in the order of reading; rows are categories, columns stages."""

    heading: Heading
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    tiles: tuple[Tile, ...]
    legend: tuple[tuple[Tone, str], ...]
    calls: str = ""


_STATUS: dict[Status | None, tuple[Tone, Message]] = {
    Status.EFFECTIVE: (Tone.GOOD, msg("Effective")),
    Status.APPROVED: (Tone.LOW, msg("Approved")),
    Status.PILOTING: (Tone.SOFT, msg("Piloting")),
    Status.IN_REVIEW: (Tone.MEDIUM, msg("In review")),
    Status.DRAFT: (Tone.FAINT, msg("Draft")),
    Status.RETIRED: (Tone.OFF, msg("Retired")),
    None: (Tone.PLAIN, msg("status not told")),
}
_PROFILES: dict[Profile | None, tuple[Tone, Message]] = {
    Profile.AUDIT: (Tone.GOOD, msg("passes audit")),
    Profile.STRICT: (Tone.LOW, msg("passes strict")),
    Profile.STANDARD: (Tone.MEDIUM, msg("passes standard")),
    Profile.STARTER: (Tone.HIGH, msg("passes starter")),
    None: (Tone.EXTREME, msg("passes no profile")),
}
_STAGES = (
    ("before", "售前", "服务前", "服務前", "事前"),
    ("during", "售中", "服务中", "服務中", "事中"),
    ("after", "售后", "售後", "服务后", "服務後", "事后", "事後"),
)
"""Names of stages whose order is known; others stand between the second and the third, as they come."""


def landscape(
    landmarks: Sequence[Landmark],
    title: str,
    language: str,
    coloring: Coloring = Coloring.STATUS,
) -> Landscape:
    """Return the landscape of processes; rows and columns without a process are left out."""
    t = translator(language)
    rows = list(dict.fromkeys(_function(one.context) for one in landmarks))
    columns = sorted(dict.fromkeys(_stage(one.context) for one in landmarks), key=_stage_rank)
    ids = {one.context.process.process for one in landmarks}
    tiles = [
        _tile(
            one,
            t,
            language,
            coloring,
            ids,
            rows.index(_function(one.context)),
            columns.index(_stage(one.context)),
        )
        for one in landmarks
    ]
    heading = Heading(
        t("{name}: {what}").format(name=title, what=t("Landscape of processes")),
        facts=(t("{count} processes").format(count=len(tiles)),),
        language=language,
    )
    return Landscape(
        heading=heading,
        rows=tuple(row or t("no category") for row in rows),
        columns=tuple(column or t("any stage") for column in columns),
        tiles=tuple(sorted(tiles, key=lambda tile: (tile.row, tile.column))),
        legend=_legend(tiles),
        calls=t("runs the other process") if any(tile.calls for tile in tiles) else "",
    )


def _function(context: ProcessContext) -> str:
    category = context.process.category
    return (category.function if category else None) or ""


def _stage(context: ProcessContext) -> str:
    category = context.process.category
    return (category.stage if category else None) or ""


def _stage_rank(stage: str) -> tuple[int, str]:
    """Order stages: those of known order by it, others between during and after, none last."""
    for place, names in enumerate(_STAGES):
        if stage.casefold() in names:
            return (3 if place == 2 else place, "")
    return (2, "") if stage else (4, "")


def _tile(
    one: Landmark, t: Translator, language: str, coloring: Coloring, ids: set[str], row: int, column: int
) -> Tile:
    process, words = one.context.process, Wording(one.context, t, language)
    called = dict.fromkeys(
        step.process for step in process.steps if step.kind is StepKind.CALL and step.process
    )
    tone, state = _standing(one, t, coloring)
    facts = [
        str(process.version or ""),
        t("as-is") if process.state is State.AS_IS else "",
        words.role(process.owner) if process.owner else "",
    ]
    line = process.category.line if process.category else None
    return Tile(
        id=process.process,
        name=say(process.name, language),
        facts=" · ".join(filter(None, facts)),
        state=state,
        tone=tone,
        row=row,
        column=column,
        line=line.value if line else "",
        calls=tuple(id for id in called if id in ids and id != process.process),
        outside=tuple(id for id in called if id not in ids),
    )


def _standing(one: Landmark, t: Translator, coloring: Coloring) -> tuple[Tone, str]:
    """Return the colour of a process, and what it says."""
    if coloring is Coloring.STATUS:
        tone, text = _STATUS[one.context.process.status]
        return tone, text.render(t)
    if coloring is Coloring.MATURITY:
        tone, text = _PROFILES[one.profile]
        return tone, text.render(t)
    if one.errors:
        return Tone.EXTREME, t("errors: {count}").format(count=one.errors)
    if one.warnings:
        return Tone.MEDIUM, t("warnings: {count}").format(count=one.warnings)
    return Tone.GOOD, t("nothing found")


def _legend(tiles: Sequence[Tile]) -> tuple[tuple[Tone, str], ...]:
    """Return what each colour says; a number in it is left to the tiles."""
    found: dict[Tone, str] = {}
    for tile in tiles:
        found.setdefault(tile.tone, tile.state.rstrip("0123456789").rstrip(":： "))
    return tuple(found.items())
