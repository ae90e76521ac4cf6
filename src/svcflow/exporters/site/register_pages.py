"""The pages that gather over all processes: material, terms, risks, handoffs, KPIs, reviews, findings."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from svcflow.documents.labels import word
from svcflow.exporters.site.record import FindingRecord, HandoffRecord, Record, TermRecord
from svcflow.exporters.site.words import severities
from svcflow.i18n import Message, msg
from svcflow.model.catalog import ArtifactKind, ToolKind

if TYPE_CHECKING:
    from svcflow.exporters.site.book import Book
    from svcflow.exporters.site.record import RiskRecord
    from svcflow.exporters.site.writer import Writer

__all__ = ["Check", "RuleText", "register_pages"]

_ARTIFACTS: dict[ArtifactKind, Message] = {
    ArtifactKind.DOCUMENT: msg("document"),
    ArtifactKind.FORM: msg("form"),
    ArtifactKind.DATA: msg("data"),
    ArtifactKind.MATERIAL: msg("thing"),
}
_TOOLS: dict[ToolKind, Message] = {ToolKind.SYSTEM: msg("system"), ToolKind.EQUIPMENT: msg("equipment")}


@dataclass(frozen=True, slots=True)
class RuleText:
    """What a rule asks, why, and what to do."""

    code: str
    name: str
    summary: str
    why: str
    fix: str


@dataclass(frozen=True, slots=True)
class Check:
    """What lint found besides the findings in processes, by which profile, and the rules that found anything.

    ``elsewhere`` are findings in catalogues, by the name of the file.
    """

    profile: str
    rules: tuple[RuleText, ...] = ()
    elsewhere: tuple[tuple[str, tuple[FindingRecord, ...]], ...] = ()


def register_pages(
    writer: Writer, book: Book, check: Check, today: dt.date | None
) -> Iterator[tuple[str, bytes | None]]:
    """Yield the pages; ``today`` is the day by which it is told what is overdue, None for telling days alone."""
    t = writer.t
    yield writer.page_if_new(
        "forms.html", "forms", title=t("Forms and records"), section="forms", things=list(_artifacts(book)),
        papers=[(record, paper) for record in book.in_use for paper in record.papers],
    )  # fmt: skip
    yield writer.page_if_new(
        "systems.html", "systems", title=t("Systems"), section="systems", things=list(_systems(book))
    )
    yield writer.page_if_new("terms.html", "terms", title=t("Terms"), section="terms", terms=_terms(book))
    yield _risks(writer, book)
    yield writer.page_if_new(
        "handoffs.html", "handoffs", title=t("Handoffs"), section="handoffs", pairs=_handoffs(book)
    )
    yield writer.page_if_new("kpis.html", "kpis", title=t("KPIs"), section="kpis", kpis=_kpis(book))
    yield _reviews(writer, book, today)
    yield _findings(writer, book, check)


def _artifacts(book: Book) -> Iterator[dict[str, object]]:
    """Yield what steps make and use: what the catalogues know first, then what they do not."""
    known = book.shared.artifacts
    for id in dict.fromkeys([*known, *book.made, *book.used]):
        entry = known.get(id)
        uses = {"made": book.made.get(id, []), "used": book.used.get(id, [])}
        if entry is None:
            yield {
                "id": id,
                "name": id,
                "language": book.language,
                "number": "",
                "kind": "",
                "kept": "",
                **uses,
            }
            continue
        thing = entry.value
        kept = thing.kept_for.say(book.t.language) if thing.kept_for else ""
        yield {
            "id": id, "name": book.text(thing.name), "language": book.language_of(thing.name),
            "number": thing.number or "", "kind": _ARTIFACTS[thing.kind].render(book.t), "kept": kept, **uses,
        }  # fmt: skip


def _systems(book: Book) -> Iterator[dict[str, object]]:
    known = book.shared.tools
    for id in dict.fromkeys([*known, *book.tools]):
        entry = known.get(id)
        used = book.tools.get(id, [])
        if entry is None:
            yield {"id": id, "name": id, "language": book.language, "kind": "", "owner": "", "used": used}
            continue
        owner = book.shared.roles.get(entry.value.owner) if entry.value.owner else None
        yield {
            "id": id, "name": book.text(entry.value.name), "language": book.language_of(entry.value.name),
            "kind": _TOOLS[entry.value.kind].render(book.t),
            "owner": book.text(owner.value.name) if owner else entry.value.owner or "", "used": used,
        }  # fmt: skip


def _terms(book: Book) -> list[dict[str, object]]:
    """Return the glossary in the order of the words; a word that says different things stands there for each."""
    found: dict[tuple[str, str], dict[str, object]] = {}

    def add(term: TermRecord, language: str) -> list[Record]:
        key = (term.word, term.means)
        entry = found.setdefault(
            key,
            {
                "word": term.word,
                "means": term.means,
                "avoid": term.avoid,
                "language": language,
                "processes": [],
            },
        )
        processes: list[Record] = entry["processes"]  # type: ignore[assignment]
        return processes

    for word_, entry in book.shared.terms.items():
        term = entry.value
        add(TermRecord(word_, book.text(term.means), tuple(term.avoid)), book.language_of(term.means))
    for record in book.records:
        for one in record.terms:
            add(one, record.language).append(record)
    ordered = [found[key] for key in sorted(found, key=lambda key: (key[0].casefold(), key))]
    named: set[object] = set()
    for entry_ in ordered:  # only one of several can be where links to a word lead
        entry_["first"] = entry_["word"] not in named
        named.add(entry_["word"])
    return ordered


def _risks(writer: Writer, book: Book) -> tuple[str, bytes | None]:
    t, settings = writer.t, book.workspace.settings.risk
    risks = [(record, risk) for record in book.in_use for risk in record.risks]
    counts = Counter((risk.likelihood, risk.impact) for _, risk in risks)
    impacts = range(1, len(settings.matrix[0]) + 1)
    matrix = [
        (
            likelihood,
            [
                (settings.matrix[likelihood - 1][impact - 1].value,
                 word(settings.matrix[likelihood - 1][impact - 1], t), counts[likelihood, impact])
                for impact in impacts
            ],
        )
        for likelihood in range(len(settings.matrix), 0, -1)
    ]  # fmt: skip
    return writer.page_if_new(
        "risks.html", "risks", title=t("Risks"), section="risks", matrix=matrix, impacts=list(impacts),
        risks=sorted(risks, key=_worst_first),
    )  # fmt: skip


def _worst_first(item: tuple[Record, RiskRecord]) -> tuple[int, int]:
    levels = ("extreme", "high", "medium", "low", "")
    risk = item[1]
    return levels.index(risk.level), -risk.likelihood * risk.impact


def _handoffs(book: Book) -> list[tuple[str, str, list[tuple[Record, HandoffRecord]]]]:
    """Return the handoffs by the departments on both sides; those within one department last."""
    found: dict[tuple[bool, str, str], list[tuple[Record, HandoffRecord]]] = {}
    for record in book.in_use:
        for one in record.handoffs:
            giver, taker = (
                one.source[4] or one.source[2],
                one.target[4] or one.target[2],
            )  # customers have none
            found.setdefault((giver == taker, giver, taker), []).append((record, one))
    return [(key[1], key[2], found[key]) for key in sorted(found)]


def _kpis(book: Book) -> list[tuple[object, str, list[tuple[Record, tuple[str, ...]]]]]:
    """Return the KPIs with the processes that use them; of one id, what the first process says counts."""
    found: dict[str, tuple[object, str, list[tuple[Record, tuple[str, ...]]]]] = {}
    for record in book.in_use:
        for kpi in record.kpis:
            found.setdefault(kpi.id, (kpi, record.language, []))[2].append((record, kpi.uses))
    return [found[id] for id in sorted(found)]


def _reviews(writer: Writer, book: Book, today: dt.date | None) -> tuple[str, bytes]:
    t, day = writer.t, today.isoformat() if today else ""
    months: dict[str, list[tuple[Record, bool]]] = {}
    for record in sorted(
        (one for one in book.in_use if one.review.due), key=lambda one: (one.review.due, one.id)
    ):
        months.setdefault(record.review.due[:7], []).append((record, bool(day) and record.review.due < day))
    inspections = [(record, one) for record in book.in_use for one in record.inspections if one.every]
    return writer.page(
        "reviews.html", "reviews", title=t("Review calendar"), section="reviews", today=day,
        months=list(months.items()), without=[one for one in book.in_use if not one.review.due],
        inspections=inspections,
    )  # fmt: skip


def _findings(writer: Writer, book: Book, check: Check) -> tuple[str, bytes | None]:
    t = writer.t
    groups: list[tuple[str, str, str, Sequence[FindingRecord]]] = [
        (record.id, record.name, record.language, record.findings)
        for record in book.records
        if record.findings
    ]
    groups += [(f"file:{name}", name, writer.language, found) for name, found in check.elsewhere]
    counts = Counter(one.severity for _, _, _, found in groups for one in found)
    named = severities(t)
    return writer.page_if_new(
        "findings.html", "findings_page", title=t("Findings"), section="findings", groups=groups, severities=named,
        counts=[(severity, counts[severity]) for severity in named if counts[severity]], cards=check.rules,
        profile=check.profile, known={record.id for record in book.records},
    )  # fmt: skip
