"""The handoff matrix: which role hands over to which, how often, and whether it is agreed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from svcflow.i18n import msg
from svcflow.views.handovers import Handover, frequency, handovers
from svcflow.views.heading import opening
from svcflow.views.matrix import Cell, Chip, Header, Legend, Matrix, Tone

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.views.wording import Wording

__all__ = ["handoffs"]


def handoffs(context: ProcessContext, language: str | None = None) -> Matrix:
    """Return the handoffs between the roles of a process; rows give, columns take.

    Only certain ones count: where one person may act on both sides, nothing need change hands. The number is that of
    the places in the process, the quiet one below how often it happens in a hundred cases by the shares of the
    branches.
    """
    heading, words = opening(context, msg("Handoff matrix"), language)
    found = {(pair.giver, pair.taker): pair for pair in handovers(context, words, lambda role: role)}
    sides = _sides(words, found)
    headers = tuple(Header(_name(words, side), side, words.department(side)) for side in sides)
    return Matrix(
        heading=heading,
        columns=headers,
        rows=tuple(Header(header.text, header.id, note=header.group) for header in headers),
        cells=tuple(tuple(_cell(words, giver, taker, found) for taker in sides) for giver in sides),
        across=words.t("takes over"),
        down=words.t("hands over"),
        legend=_legend(words, found.values()),
        notes=tuple(
            words.t("not agreed: {giver} → {taker}").format(
                giver=_name(words, pair.giver), taker=_name(words, pair.taker)
            )
            for pair in found.values()
            if pair.is_open
        ),
        empty=words.t("nothing changes hands in this process"),
    )


def _name(words: Wording, side: str) -> str:
    return words.roles(side.split("+"))


def _sides(words: Wording, found: dict[tuple[str, str], Handover]) -> list[str]:
    """Return the roles as they come, each department's together."""
    departments: dict[str, list[str]] = {}
    for side in dict.fromkeys(side for pair in found for side in pair):
        departments.setdefault(words.department(side) or f":{side}", []).append(side)
    return [side for sides in departments.values() for side in sides]


def _cell(words: Wording, giver: str, taker: str, found: dict[tuple[str, str], Handover]) -> Cell:
    pair = found.get((giver, taker))
    if pair is None:
        return Cell(tone=Tone.OFF if giver == taker else Tone.PLAIN)
    return Cell(
        (Chip(str(pair.places), _tone(pair)),), frequency(words, pair), tooltip="\n".join(pair.details)
    )


def _tone(pair: Handover) -> Tone:
    if pair.is_open:
        return Tone.OPEN
    return Tone.FAINT if pair.with_customer and not pair.agreed else Tone.GOOD


def _legend(words: Wording, pairs: Iterable[Handover]) -> tuple[Legend, ...]:
    used = {_tone(pair) for pair in pairs}
    t = words.t
    entries = (
        (Tone.GOOD, t("agreed")),
        (Tone.OPEN, t("not agreed")),
        (Tone.FAINT, t("with the customer, needs no agreement")),
    )
    return tuple(Legend(tone, text, "1") for tone, text in entries if tone in used)
