"""The agreement between two departments, or two roles, about what they hand over, to be signed by both."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from svcflow.documents.asked import Asked
from svcflow.documents.kind import Kind, Named
from svcflow.documents.outline import Block, Facts, Gap, Page, Section, Signatures, Table
from svcflow.documents.role_words import acting_roles
from svcflow.documents.sop_context import SopContext
from svcflow.documents.together import assembled, stem
from svcflow.finding import CannotDo
from svcflow.graph.handoffs import DerivedHandoff
from svcflow.i18n import msg
from svcflow.text.nearest import nearest

__all__ = ["KIND"]

_Side = Callable[[SopContext, str], str]
"""Tells to which side a role belongs: the key of its department, or the role itself."""
_Handoffs = list[tuple[SopContext, DerivedHandoff]]


def _make(sops: Sequence[SopContext], asked: Asked) -> Iterator[Named]:
    side, pairs = _sides(sops, asked.between)
    for one, other in pairs:
        there, back = _between(sops, side, one, other), _between(sops, side, other, one)
        if there or back:
            yield _agreement(sops, asked, (one, other), (there, back))
        elif asked.between:
            names = tuple(_name(sops, key) for key in (one, other))
            raise CannotDo(
                msg("nothing is handed over between {sides}", sides=names),
                msg("`svcflow analyze` shows which handoffs there are"),
            )


def _sides(
    sops: Sequence[SopContext], between: tuple[str, str] | None
) -> tuple[_Side, list[tuple[str, str]]]:
    """Return how to tell sides, and which pairs of them agree: the two asked for, else every pair found."""
    if between is None:
        return _department, list(_pairs(sops))
    one, other = (_found(sops, name) for name in between)
    roles = set(acting_roles(sops))

    def side(sop: SopContext, role: str) -> str:
        return role if role in {one, other} & roles else _department(sop, role)

    return side, [(one, other)]


def _department(sop: SopContext, role: str) -> str:
    found = sop.context.role(role)
    return (found.department or "") if found else ""


def _pairs(sops: Sequence[SopContext]) -> dict[tuple[str, str], None]:
    pairs: dict[tuple[str, str], None] = {}
    for sop in sops:
        for handoff in _real(sop):
            for giver in sorted(handoff.giver):
                for taker in sorted(handoff.taker):
                    one, other = _department(sop, giver), _department(sop, taker)
                    if one and other and one != other and (other, one) not in pairs:
                        pairs[one, other] = None
    return pairs


def _found(sops: Sequence[SopContext], name: str) -> str:
    """Return the role or department of a name or id; raises `CannotDo` when there is none."""
    known: dict[str, str] = {}
    for role in acting_roles(sops):
        for sop in sops:
            key = _department(sop, role)
            if key:
                known.setdefault(key, key)
                known.setdefault(sop.department(role), key)
            known.setdefault(role, role)
            known.setdefault(sop.role(role), role)
    if name in known:
        return known[name]
    guess = nearest(name, known)
    help = msg("there are: {names}", names=tuple(dict.fromkeys(known.values())) or ("–",))
    if guess:
        raise CannotDo(
            msg("there is no department or role `{name}`; did you mean `{guess}`?", name=name, guess=guess),
            help,
        )
    raise CannotDo(msg("there is no department or role `{name}`", name=name), help)


def _real(sop: SopContext) -> Iterator[DerivedHandoff]:
    """Yield the handoffs between roles of the service."""
    for handoff in sop.context.graph.handoffs:
        customers = any(sop.context.is_customer(role) for role in handoff.giver | handoff.taker)
        if handoff.certain and not customers:
            yield handoff


def _between(sops: Sequence[SopContext], side: _Side, giver: str, taker: str) -> _Handoffs:
    return [
        (sop, handoff)
        for sop in sops
        for handoff in _real(sop)
        if giver in {side(sop, role) for role in handoff.giver}
        and taker in {side(sop, role) for role in handoff.taker}
    ]


def _name(sops: Sequence[SopContext], key: str) -> str:
    """Return how a department or role is called."""
    for sop in sops:
        entry = sop.shared.departments.get(key)
        if entry:
            return sop.text(entry.value.name)
        if sop.context.role(key):
            return sop.role(key)
    return key


def _agreement(
    sops: Sequence[SopContext], asked: Asked, keys: tuple[str, str], ways: tuple[_Handoffs, _Handoffs]
) -> Named:
    first = sops[0]
    t = first.t
    one, other = (_name(sops, key) for key in keys)
    concerned = list(dict.fromkeys(sop for way in ways for sop, _ in way))
    sections = [
        _parties(concerned, keys, ways),
        _way(first, ways[0], one, other, "there"),
        _way(first, ways[1], other, one, "back"),
        _escalation(first, [*ways[0], *ways[1]]),
        _signatures(first, one, other),
    ]
    title = t("{one} and {other}").format(one=one, other=other)
    outline = assembled(concerned, asked, t("Handoff agreement"), title, sections, page=Page.LANDSCAPE)
    return Named(stem(sops, "-".join(("handoff", *map(_slug, keys)))), outline)


def _slug(key: str) -> str:
    return re.sub(r"[^\w.-]+", "-", key).strip("-.") or "x"


def _parties(sops: Sequence[SopContext], keys: tuple[str, str], ways: tuple[_Handoffs, _Handoffs]) -> Section:
    """Return the two sides with the roles that hand over or take over, and who leads them."""
    first = sops[0]
    t = first.t
    rows = []
    for key, given, taken in zip(keys, ways, reversed(ways), strict=True):
        roles = dict.fromkeys(
            sop.role(role)
            for way, giving in ((given, True), (taken, False))
            for sop, handoff in way
            for role in sorted(handoff.giver if giving else handoff.taker)
            if key in {role, _department(sop, role)}
        )
        entry = first.shared.departments.get(key)
        head = first.role(entry.value.head) if entry else ""
        rows.append((_name(sops, key), first.listed(roles), head or "–"))
    headers = (t("Side"), t("Roles"), t("Led by"))
    return Section("parties", t("The two sides"), (Table(headers, tuple(rows)),))


def _way(first: SopContext, way: _Handoffs, giver: str, taker: str, id: str) -> Section | None:
    if not way:
        return None
    t = first.t
    rows, open_ones = [], []
    for sop, handoff in way:
        ends = (sop.step(handoff.source), sop.step(handoff.target))
        if handoff.agreement is None:
            open_ones.append(
                t("{process}: {source} → {target}").format(
                    process=sop.text(sop.process.name), source=ends[0], target=ends[1]
                )
            )
            continue
        agreed = sop.process.handoffs[handoff.agreement]
        via = sop.shared_name("tools" if agreed.via in sop.shared.tools else "channels", agreed.via)
        rows.append((
            sop.text(sop.process.name), *ends, sop.artifacts(agreed.passes), via, sop.duration(agreed.within),
            sop.text(agreed.accepted_when),
        ))  # fmt: skip
    headers = (
        t("Process"), t("After step"), t("For step"), t("Passes"), t("By way of"), t("Within"), t("Accepted when"),
    )  # fmt: skip
    blocks: list[Block] = [Table(headers, tuple(rows))] if rows else []
    blocks += [Gap(t("Not agreed yet: {handoff}").format(handoff=said)) for said in open_ones]
    title = t("From {giver} to {taker}").format(giver=giver, taker=taker)
    return Section(id, title, tuple(blocks))


def _escalation(first: SopContext, ways: _Handoffs) -> Section:
    """Return who is called when the side that takes over does not take over in time."""
    t = first.t
    pairs: dict[tuple[str, str], None] = {}
    for sop, handoff in ways:
        sla = sop.context.graph.nodes[handoff.target].step.sla or sop.process.sla
        if sla and sla.escalate:
            pairs[sop.step(handoff.target), sop.escalation(sla.escalate)] = None
    title = t("Escalation")
    if not pairs:
        gap = Gap(
            t("Who is called when something is not taken over in time? Fill in `escalate` of the steps.")
        )
        return Section("escalation", title, (gap,))
    return Section("escalation", title, (Facts(tuple(pairs)),))


def _signatures(first: SopContext, one: str, other: str) -> Section:
    t = first.t
    headers = (t("For"), t("Name"), t("Role"), t("Date"), t("Signature"))
    rows = tuple((side, "", "", "", "") for side in (one, other))
    return Section("signatures", t("Signatures"), (Signatures(headers, rows),))


KIND = Kind("handoff-agreement", _make, together=True, takes=frozenset({"between"}))
