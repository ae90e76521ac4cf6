"""Where KPIs are defined and used, and what their targets are compared in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from svcflow.model.text import Localized

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.finding import Place, Route
    from svcflow.load.shared import Shared
    from svcflow.model.process import Process
    from svcflow.model.quality import Kpi
    from svcflow.model.target import Target

__all__ = [
    "Use",
    "known_kpis",
    "measures",
    "other_unit",
    "process_kpis",
    "shared_kpis",
    "targets_of",
    "uses",
]


class Use(NamedTuple):
    """A place that names a KPI: the way to the mapping it stands in, and the target that is set for it there."""

    route: Route
    kpi: str
    target: Target | None = None


def measures(process: Process) -> Iterator[Use]:
    """Yield the measures of the standards, in the order of the file."""
    for index, step in enumerate(process.steps):
        for number, standard in enumerate(step.quality):
            if standard.measure:
                route = ("steps", index, "quality", number, "measure")
                yield Use(route, standard.measure.kpi, standard.measure.target)


def uses(process: Process) -> Iterator[Use]:
    """Yield every place that names a KPI: objectives, measures and the customers' feedback."""
    for index, objective in enumerate(process.objectives):
        yield Use(("objectives", index), objective.kpi, objective.target)
    yield from measures(process)
    for index, step in enumerate(process.steps):
        if step.feedback and step.feedback.kpi:
            yield Use(("steps", index, "feedback"), step.feedback.kpi)


def process_kpis(process: Process) -> Iterator[tuple[Route, Kpi]]:
    """Yield the KPIs of a process with their routes."""
    for index, kpi in enumerate(process.kpis):
        yield ("kpis", index), kpi


def shared_kpis(shared: Shared) -> Iterator[tuple[str, Route, Kpi]]:
    """Yield the KPIs of the catalogues with their files and routes."""
    for entry in shared.kpis.values():
        yield entry.place.path, entry.place.route[:-1], entry.value


def known_kpis(context: ProcessContext) -> dict[str, tuple[Kpi, Route | Place]]:
    """Return all KPIs that the process may use, each with its place: its own before those of the catalogues."""
    known: dict[str, tuple[Kpi, Route | Place]] = {}
    for route, kpi in process_kpis(context.process):
        known.setdefault(kpi.id, (kpi, (*route, "id")))
    for id, entry in context.shared.kpis.items():
        known.setdefault(id, (entry.value, entry.place))
    return known


def targets_of(kpi: Kpi) -> Iterator[tuple[str, Target]]:
    """Yield the comparisons written at a KPI, with their keys."""
    if kpi.target is not None:
        yield "target", kpi.target
    if kpi.alarm is not None:
        yield "alarm", kpi.alarm


_SAME = (
    frozenset(["%", "percent", "per_cent", "pct", "百分比", "百分之", "‰"]),
    frozenset(
        [
            "s",
            "sec",
            "secs",
            "second",
            "min",
            "mins",
            "minute",
            "h",
            "hr",
            "hrs",
            "hour",
            "d",
            "day",
            "bd",
            "business_day",
            "working_day",
            "w",
            "week",
            "month",
            "y",
            "year",
            "秒",
            "秒钟",
            "秒鐘",
            "分钟",
            "分鐘",
            "小时",
            "小時",
            "时",
            "時",
            "天",
            "日",
            "工作日",
            "个工作日",
            "個工作日",
            "周",
            "週",
            "月",
            "个月",
            "個月",
            "年",
        ]
    ),
    frozenset(["元", "cny", "rmb", "¥", "￥", "yuan", "人民币", "人民幣", "万元", "萬元"]),
    frozenset(["€", "eur", "euro"]),
    frozenset(["$", "usd", "dollar", "美元", "nt$", "twd", "新台币", "新臺幣", "新台幣"]),
    frozenset(["point", "pt", "pts", "score", "分", "点", "點"]),
    frozenset(["case", "ticket", "item", "piece", "件", "起", "宗", "单", "單", "笔", "筆"]),
)


def other_unit(target: Target, kpi: Kpi) -> tuple[str, str] | None:
    """Return the unit of a target and that of its KPI where these measure different things; None where they may agree.

    ``< 1 h`` and a KPI in minutes agree, since one can be turned into the other.
    """
    goal = target.goal
    if goal is None or not goal.unit or kpi.unit is None:
        return None
    units = [*kpi.unit.by_language.values()] if isinstance(kpi.unit, Localized) else [str(kpi.unit)]
    if any(_may_agree(_fold(goal.unit), _fold(unit)) for unit in units):
        return None
    return goal.unit, units[0]


@lru_cache(maxsize=256)
def _fold(unit: str) -> str:
    folded = unit.strip().casefold().replace(" ", "_").replace("％", "%")
    return folded.removesuffix("s") or folded


def _may_agree(one: str, other: str) -> bool:
    return one in other or other in one or any(one in same and other in same for same in _SAME)
