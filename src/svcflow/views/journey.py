"""The customer journey map: what the customer does, by which channel, how it feels, where it hurts and gets better.

A column for each meeting of customer and service, in the order of the flow. What it shows follows the practice of
customer journey maps (Stickdorn and Schneider, "This is Service Design Thinking", 2010; the Nielsen Norman Group's
"Journey Mapping 101").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from svcflow.i18n import msg
from svcflow.model.text import say
from svcflow.views.heading import Heading, opening
from svcflow.views.stops import Row, Stop, Stops

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.i18n import Translator
    from svcflow.views.wording import Wording

__all__ = ["MOODS", "Journey", "Mark", "journey"]

MOODS = (3, 2, 1, 0, -1, -2, -3)
"""The levels of the customer's emotion, the best first."""


class Mark(StrEnum):
    """The signs that the legend explains."""

    MOMENT = "moment"
    SOMETIMES = "sometimes"
    WAIT = "wait"
    EVIDENCE = "evidence"
    PAIN = "pain"
    MOOD = "mood"


@dataclass(frozen=True, slots=True)
class Journey:
    """A whole map.

    ``side_ways`` are pairs of columns that follow each other where not most cases go; ``rows`` are the rows that hold
    something, with their names, ``moods`` the names of the `MOODS`. ``notes`` are sentences for below the map;
    ``untold`` stands where no emotion is told; ``empty`` are sentences on what to write where there is no column.
    """

    heading: Heading
    stops: tuple[Stop, ...]
    side_ways: tuple[tuple[int, int], ...]
    rows: tuple[tuple[Row, str], ...]
    moods: tuple[str, ...]
    legend: tuple[tuple[Mark, str], ...]
    notes: tuple[str, ...]
    untold: str
    empty: tuple[str, ...]


def journey(context: ProcessContext, language: str | None = None) -> Journey:
    """Return the journey map of a process, in its own language or another one that it has texts in."""
    heading, words = opening(context, msg("Customer journey map"), language)
    found = Stops(context, words)
    stops, t = found.all(), words.t
    return Journey(
        heading=_with_customers(heading, context, words),
        stops=stops,
        side_ways=found.side_ways(),
        rows=tuple(_rows(stops, found.phases_told, t)),
        moods=(
            t("delighted"),
            t("pleased"),
            t("at ease"),
            t("neutral"),
            t("uneasy"),
            t("annoyed"),
            t("furious"),
        ),
        legend=tuple(_legend(stops, t)),
        notes=tuple(_notes(found, context, words)) if stops else (),
        untold=t("not told"),
        empty=tuple(_what_to_write(t)) if not stops else (),
    )


def _what_to_write(t: Translator) -> Iterator[str]:
    yield t("No step says where customer and service meet. Give each step in which they meet a `touchpoint`:")
    yield t("touchpoint: {{channel: phone, customer: tells what happened, emotion: -1}}").format()


def _with_customers(heading: Heading, context: ProcessContext, words: Wording) -> Heading:
    """Return the heading with who is served and what begins the journey."""
    shared, t = context.shared.segments, words.t
    names = [words.text(shared[id].value.name) if id in shared else id for id in context.process.segments]
    facts = [t("Customers: {who}").format(who=t(", ").join(names))] if names else []
    if context.process.trigger:
        facts.append(t("Begins when: {what}").format(what=words.text(context.process.trigger)))
    purpose = say(context.process.purpose, heading.language) if context.process.purpose else ""
    return Heading(heading.title, purpose, (*facts, *heading.facts), heading.language, heading.description)


def _rows(stops: tuple[Stop, ...], phases_told: bool, t: Translator) -> Iterator[tuple[Row, str]]:
    names = {
        Row.PHASE: t("Phase") if phases_told else t("Department"),
        Row.ACTION: t("What the customer does"),
        Row.WANT: t("What the customer wants"),
        Row.CHANNEL: t("Channel"),
        Row.EVIDENCE: t("Physical evidence"),
        Row.TIME: t("Time promised"),
        Row.EMOTION: t("How it feels"),
        Row.PAIN: t("Pain points"),
        Row.STAFF: t("Who serves"),
        Row.BACKSTAGE: t("Behind the scenes"),
        Row.MEASURE: t("Feedback and KPIs"),
        Row.IDEA: t("Improvements"),
        Row.OTHERWISE: t("What else can happen"),
    }
    always = {Row.ACTION, Row.EMOTION} if stops else set()
    for row in Row:
        phase = row is Row.PHASE and any(stop.phase for stop in stops)
        if row in always or phase or any(stop.lines(row) for stop in stops):
            yield row, names[row]


def _legend(stops: tuple[Stop, ...], t: Translator) -> Iterator[tuple[Mark, str]]:
    entries = (
        (any(stop.moment for stop in stops), Mark.MOMENT, t.term("moment of truth")),
        (any(stop.only for stop in stops), Mark.SOMETIMES, t("not in most cases")),
        (any(stop.waits for stop in stops), Mark.WAIT, t("the customer waits")),
        (any(stop.lines(Row.EVIDENCE) for stop in stops), Mark.EVIDENCE, t.term("physical evidence")),
        (any(stop.lines(Row.PAIN) for stop in stops), Mark.PAIN, t("pain point")),
        (any(stop.emotion is not None for stop in stops), Mark.MOOD, t("how the customer feels, −3 to +3")),
    )
    return ((mark, text) for used, mark, text in entries if used)


def _notes(found: Stops, context: ProcessContext, words: Wording) -> Iterator[str]:
    """Yield what belongs to no column: wishes that no meeting meets, improvements of the whole."""
    t = words.t
    for need in context.process.needs:
        if not any(step in found.ids for step in need.met_by):
            yield t("Wanted, but not met where the customer sees it: {what}").format(
                what=words.text(need.what)
            )
    for idea in found.homeless_ideas():
        yield t("Improvement of the whole process: {what}").format(what=idea)
