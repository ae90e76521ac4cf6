from __future__ import annotations

import datetime as dt
from itertools import combinations, pairwise, product
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from svcflow.graph import ProcessGraph
from svcflow.graph.net import Net
from svcflow.graph.timing import Timing, monday
from svcflow.model import Process
from svcflow.model.duration import Duration
from svcflow.worktime import WorkCalendar
from tests.graph.nets import built_nets
from tests.graph.runs import process_of
from tests.strategies import processes

CALENDARS = {
    "office": {"hours": {"mon-fri": ["09:00-12:00", "13:00-17:00"]}},
    "late": {"time_zone": "Asia/Shanghai", "hours": {"mon-sat": "14:00-23:00"}},
}
TIMES = ("45m", "3h", "9h", "1d", "1bd", "0.5bd", "1w")


def timing(*steps: dict[str, Any], rework: bool = False, by_work: bool = False, **more: Any) -> Timing:
    named = [{"name": step["id"], **step} for step in steps]
    data = {"process": "p", "name": "P", "calendars": CALENDARS, "steps": named, **more}
    process = Process.model_validate(data)
    return Timing(ProcessGraph(process), process.calendars, rework=rework, by_work=by_work)


def day(text: str) -> dt.datetime:
    """A time of the week from which is reckoned: ``Mon 09:00``."""
    name, clock = text.split()
    number = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].index(name)
    return dt.datetime.fromisoformat(f"2024-06-{3 + number:02} {clock}+00:00")


# -- against every choice of a process


class Worst:
    """When each step is done at the latest, by trying all combinations of choices of a net."""

    def __init__(self, net: Net, process: Process) -> None:
        self.rank = {id: number for number, id in enumerate(net.nodes)}
        self.net = net
        self.steps = {step.id: step for step in process.steps}
        named = process.sla.calendar if process.sla else None
        self.calendars = {id: WorkCalendar(value) for id, value in process.calendars.items()}
        self.own = self.calendars[named] if named else WorkCalendar()
        self.start = self.own.next_open(self.calendar(process.steps[0].id).next_open(monday(self.own)))
        self.done: dict[str, dt.datetime] = {}
        options = {id: self.options(id) for id in net.nodes}
        count = 1
        for choices in options.values():
            count *= max(1, len(choices))
        assume(count <= 1500)
        for chosen in product(*options.values()):
            self.play(dict(zip(net.nodes, chosen, strict=True)))

    def calendar(self, id: str) -> WorkCalendar:
        sla = self.steps[id].sla
        return self.calendars[sla.calendar] if sla and sla.calendar else self.own

    def options(self, id: str) -> list[tuple[int, ...]]:
        """The sets of arcs by which a step can go on; ways back are not taken."""
        arcs = [
            arc
            for arc in self.net.arcs
            if arc.source == id and (arc.target is None or self.rank[arc.target] > self.rank[id])
        ]
        kind = self.net.nodes[id].split
        if kind == "parallel":
            return [tuple(arc.index for arc in arcs)]
        together = [arc for arc in arcs if kind == "inclusive" and arc.kind != "otherwise"]
        found: list[tuple[int, ...]] = [(arc.index,) for arc in arcs if arc not in together]
        for size in range(1, len(together) + 1):
            found += [tuple(arc.index for arc in some) for some in combinations(together, size)]
        return found or [()]

    def play(self, chosen: dict[str, tuple[int, ...]]) -> None:
        left: dict[int, dt.datetime] = {}
        for id in self.net.nodes:
            came = [left[arc.index] for arc in self.net.arcs if arc.target == id and arc.index in left]
            if not came and id != self.net.start:
                continue
            first = self.net.nodes[id].join == "any"
            begin = (min if first else max)(came) if came else self.start
            sla = self.steps[id].sla
            done = self.calendar(id).add(begin, sla.completion) if sla and sla.completion else begin
            self.done[id] = max(self.done.get(id, done), done)
            left |= dict.fromkeys(chosen[id], done)


@st.composite
def timed(draw: st.DrawFn, times: tuple[str, ...] = TIMES, mixed: bool = True) -> tuple[Net, Process]:
    net = draw(built_nets(most_faults=0))
    named = st.sampled_from(["office", "late"])
    sla = st.builds(
        lambda time, calendar: {"completion": time, **({"calendar": calendar} if calendar else {})},
        st.sampled_from(times),
        st.none() | named if mixed else st.none(),
    )
    process = process_of(net, {id: {"sla": draw(sla)} for id in net.nodes if draw(st.booleans())})
    promise = {"resolution": draw(st.sampled_from((*times, "2w"))), "calendar": draw(named)}
    data = process.model_dump(by_alias=True, exclude_defaults=True, mode="json")
    return net, Process.model_validate({**data, "calendars": CALENDARS, "sla": promise})


@given(timed())
@settings(max_examples=150)
def test_done_is_the_worst_of_all_choices(drawn: tuple[Net, Process]) -> None:
    net, process = drawn
    found = Timing(ProcessGraph(process), process.calendars)
    worst = Worst(net, process)
    assert found.start == worst.start
    assert found.done == worst.done


@given(timed())
@settings(max_examples=100)
def test_a_run_that_takes_so_long_exists(drawn: tuple[Net, Process]) -> None:
    _, process = drawn
    found = Timing(ProcessGraph(process), process.calendars)
    run = found.run_to(found.last)
    assert run[0] == found.graph.start
    assert all(found.graph.flows_between(one, next_) for one, next_ in pairwise(run))
    when = found.start
    for id in run:
        step = found.graph.nodes[id].step
        time = found.allowed(step)
        when = found.calendar_of(step).add(when, time) if time else when
    assert when == found.done[found.last]


@given(timed(("45m", "3h", "9h"), mixed=False))
@settings(max_examples=150)
def test_slack_tells_what_the_overrun_tells(drawn: tuple[Net, Process]) -> None:
    _, process = drawn
    assume(all(step.join != "any" for step in process.steps))
    found = Timing(ProcessGraph(process), process.calendars)
    slacks = {id: slack for id in found.done if (slack := found.slack(id)) is not None}
    assert slacks
    late = found.overrun.seconds if found.overrun else 0
    assert min(slacks.values()) == -late or (late == 0 and min(slacks.values()) >= 0)
    for id in found.run_to(found.last):
        assert slacks[id] == min(slacks.values())


@given(timed(mixed=True))
@settings(max_examples=100)
def test_a_late_process_has_a_late_step(drawn: tuple[Net, Process]) -> None:
    _, process = drawn
    found = Timing(ProcessGraph(process), process.calendars)
    if found.overrun:
        assert found.slack(found.last) == -found.overrun.seconds


@given(processes(broken=True), st.booleans(), st.booleans())
@settings(max_examples=80)
def test_any_process_can_be_reckoned(process: Process, by_work: bool, rework: bool) -> None:
    found = Timing(ProcessGraph(process), process.calendars, by_work=by_work, rework=rework)
    assert found.done.keys() == found.graph.forward.keys()
    assert found.last in found.done
    assert all(id in found.done for id in found.latest)
    if found.overrun:
        assert found.deadline is not None
        assert found.done[found.last] > found.deadline


# -- rework


@st.composite
def loops(draw: st.DrawFn) -> tuple[tuple[str, ...], list[tuple[int, int, int]]]:
    """A row of steps with their times, and the ways back in it: from, to, how often."""
    times = draw(st.lists(st.sampled_from(("45m", "3h", "9h")), min_size=1, max_size=5))
    last = len(times) - 1
    ways = st.tuples(st.integers(0, last), st.integers(0, last), st.integers(0, 2))
    found = draw(
        st.lists(ways.filter(lambda way: way[1] <= way[0]), max_size=3, unique_by=lambda way: way[:2])
    )
    return tuple(times), found


@given(loops())
def test_rework_takes_each_way_back_as_often_as_it_may(
    drawn: tuple[tuple[str, ...], list[tuple[int, int, int]]],
) -> None:
    times, ways = drawn
    steps = []
    for number, time in enumerate(times):
        back = [{"when": "x", "to": f"s{to}", "limit": limit} for at, to, limit in ways if at == number]
        onward = f"s{number + 1}" if number + 1 < len(times) else "end"
        steps.append({"id": f"s{number}", "sla": time, "next": [*back, {"otherwise": onward}]})
    found = timing(*steps, rework=True)
    assert found.done[found.last] - found.start == longest_walk(times, ways)


def longest_walk(times: tuple[str, ...], ways: list[tuple[int, int, int]]) -> dt.timedelta:
    """Try all walks through the row."""
    took = [dt.timedelta(seconds=Duration.parse(time).seconds) for time in times]

    def longest(at: int, left: tuple[int, ...]) -> dt.timedelta:
        ends = [longest(at + 1, left)] if at + 1 < len(took) else [dt.timedelta()]
        for number, (source, target, _) in enumerate(ways):
            if source == at and left[number]:
                ends.append(longest(target, tuple(n - (i == number) for i, n in enumerate(left))))
        return took[at] + max(ends)

    return longest(0, tuple(limit for _, _, limit in ways))


REPAIR = (
    {"id": "repair", "sla": "2h"},
    {
        "id": "test",
        "sla": "1h",
        "next": [{"when": "faulty", "to": "correct", "share": "10%"}, {"otherwise": "end"}],
    },
    {"id": "correct", "sla": "30m", "next": [{"to": "repair", "limit": 3}]},
)


def test_what_is_only_done_again_is_on_no_run_without_rework() -> None:
    found = timing(*REPAIR, sla="3h")
    assert found.last == "test"
    assert found.overrun is None
    assert found.slack("correct") is None
    again = timing(*REPAIR, sla="3h", rework=True)
    assert again.overrun == Duration(seconds=3 * 12600)
    assert again.run_to(again.last) == ["repair", "test"]


def test_very_much_rework_is_reckoned_in_no_time() -> None:
    steps = [dict(step) for step in REPAIR]
    steps[2]["next"] = [{"to": "repair", "limit": 1_000_000}]
    found = timing(*steps, rework=True)
    assert found.done["test"] - found.start == dt.timedelta(seconds=10800 + 1_000_000 * 12600)
    steps[2]["next"] = [{"to": "repair", "limit": 10**9}]
    assert timing(*steps, rework=True).done["test"].year == 3000


# -- joins, exceptions, waits


def branches(join: str | None, kind: str = "parallel") -> tuple[dict[str, Any], ...]:
    ways: Any = ["quick", "slow"]
    if kind != "parallel":
        ways = [{"when": "a", "to": "quick"}, {"when": "b", "to": "slow"}]
    return (
        {"id": "split", "kind": kind, "next": ways},
        {"id": "quick", "sla": "1h", "next": "after"},
        {"id": "slow", "sla": "5h", "next": "after"},
        {"id": "after", "sla": "1h", **({"join": join} if join else {})},
    )


@pytest.mark.parametrize(
    ("kind", "join", "hours"),
    [
        ("parallel", "all", 6),
        ("parallel", "any", 2),
        ("decision", None, 6),
        ("decision", "any", 6),
        ("inclusive", "any", 6),
        ("inclusive", "all", 6),
    ],
)
def test_joins(kind: str, join: str | None, hours: int) -> None:
    found = timing(*branches(join, kind), sla="1h")
    assert found.done["after"] - found.start == dt.timedelta(hours=hours)


def test_the_slower_of_two_branches_is_nobodys_end_behind_a_join_of_any() -> None:
    found = timing(*branches("any"), sla="2h")
    assert found.last == "after"
    assert found.overrun is None


def test_the_first_of_branches_with_choices() -> None:
    """The worst that can come first: the better of "slow" and whatever was chosen instead."""
    found = timing(
        {"id": "split", "kind": "parallel", "next": ["choice", "slow"]},
        {
            "id": "choice",
            "next": [{"when": "a", "to": "short"}, {"when": "b", "to": "long"}, {"otherwise": "end"}],
        },
        {"id": "short", "sla": "1h", "next": "after"},
        {"id": "long", "sla": "3h", "next": "after"},
        {"id": "slow", "sla": "2h", "next": "after"},
        {"id": "after", "join": "any"},
    )
    assert found.done["after"] - found.start == dt.timedelta(hours=2)


@pytest.mark.parametrize(("sla", "hours"), [({"sla": "4h"}, 2), ({"sla": "1h"}, 1), ({}, 2)])
def test_an_exception_after_a_time_comes_after_that_time(sla: dict[str, str], hours: int) -> None:
    late = [{"when": "nobody answers", "after": "2h", "goto": "cancel"}]
    found = timing({"id": "call", **sla, "exceptions": late, "next": "end"}, {"id": "cancel"})
    assert found.done["cancel"] - found.start == dt.timedelta(hours=hours)


def test_waits_take_their_time_or_the_longest_that_they_may() -> None:
    found = timing(
        {"id": "cool", "kind": "wait", "for": "3d"},
        {"id": "reply", "kind": "wait", "until": "the reply", "at_most": "2d"},
        {"id": "event", "kind": "wait", "until": "the delivery"},
    )
    assert found.done["event"] - found.start == dt.timedelta(days=5)


def test_only_a_response_time_counts_where_there_is_no_other() -> None:
    found = timing(
        {"id": "a", "sla": {"response": "1h"}}, {"id": "b", "sla": {"response": "1h", "completion": "3h"}}
    )
    assert found.done["b"] - found.start == dt.timedelta(hours=4)


def test_by_work_the_longest_counts() -> None:
    found = timing({"id": "a", "work": "30m..2h", "sla": "1d"}, {"id": "b", "sla": "1d"}, by_work=True)
    assert found.done["b"] - found.start == dt.timedelta(hours=2)


# -- calendars


def test_business_days_run_over_the_weekend() -> None:
    sla = {"resolution": "5bd", "calendar": "office"}
    found = timing({"id": "a", "sla": "3bd"}, {"id": "b", "sla": "4h"}, {"id": "c", "sla": "2bd"}, sla=sla)
    assert found.start == day("Mon 09:00")
    assert found.done["a"] == day("Thu 09:00")
    assert found.done["b"] == day("Thu 14:00")
    assert found.done["c"] == day("Mon 14:00") + dt.timedelta(weeks=1)
    assert found.overrun == Duration(seconds=4 * 3600)
    assert found.slack("b") == -4 * 3600


def test_each_step_runs_on_its_own_calendar() -> None:
    sla = {"resolution": "1bd", "calendar": "office"}
    found = timing(
        {"id": "a", "sla": "2h"}, {"id": "b", "sla": {"completion": "10h", "calendar": "late"}}, sla=sla
    )
    assert found.done["a"] == day("Mon 11:00")  # 19:00 in Shanghai
    assert found.done["b"] == day("Tue 12:00")
    assert found.overrun == Duration(seconds=3 * 3600)


def test_the_first_step_starts_when_its_desk_opens() -> None:
    found = timing({"id": "a", "sla": {"completion": "1h", "calendar": "office"}}, sla="1h")
    assert found.start == day("Mon 09:00")
    assert found.overrun is None


def test_what_is_late_only_by_hours_that_nobody_counts_is_kept() -> None:
    """The promise is counted in office hours; the evening after them is none."""
    sla = {"resolution": "7h", "calendar": "office"}
    found = timing(
        {"id": "a", "sla": {"completion": "3h", "calendar": "late"}}, {"id": "b", "sla": "5h"}, sla=sla
    )
    assert found.overrun == Duration(seconds=3600)
    evening = timing(
        {"id": "a", "sla": "6h30m"}, {"id": "b", "sla": {"completion": "30m", "calendar": "late"}}, sla=sla
    )
    assert evening.done["b"] > evening.deadline  # type: ignore[operator]
    assert evening.overrun is None


def test_holidays_do_not_make_a_verdict_change() -> None:
    calendars = {
        "cn": {"hours": {"mon-fri": "09:00-17:00"}, "holidays": "CN", "closed": ["2024-06-03..2024-06-28"]}
    }
    found = timing(
        {"id": "a", "sla": "1bd"}, calendars=calendars, sla={"resolution": "1bd", "calendar": "cn"}
    )
    assert (found.start, found.overrun) == (day("Mon 09:00"), None)


def test_a_monday_is_one_where_the_calendar_is() -> None:
    calendars = {"la": {"time_zone": "America/Los_Angeles", "hours": {"daily": "09:00-21:00"}}}
    found = timing({"id": "a", "sla": "1h"}, calendars=calendars, sla={"resolution": "1d", "calendar": "la"})
    assert found.start == dt.datetime(2024, 6, 3, 16, tzinfo=dt.UTC)


def test_nothing_breaks_when_time_runs_out_of_the_calendar() -> None:
    calendars = {**CALENDARS, "rare": {"hours": {"mon": "09:00-09:05"}}}
    steps: list[dict[str, Any]] = [{"id": f"s{number}", "sla": "36500d"} for number in range(20)]
    steps.append({"id": "seldom", "sla": {"completion": "100000h", "calendar": "rare"}})
    found = timing(*steps, sla="1d", calendars=calendars)
    assert found.done["s19"].year == found.done["seldom"].year == 3000
    assert found.overrun is not None
    assert found.slack("s0") is not None
    assert found.latest["s0"].year == 1000


def test_calendars_are_made_once() -> None:
    first, second = timing({"id": "a"}, sla="1d"), timing({"id": "a"}, sla="2d")
    assert first.calendar is second.calendar
    assert first.deadline == first.start + dt.timedelta(days=1)
    assert timing({"id": "a"}).overrun is None
    assert timing({"id": "a"}).latest == {}


def test_the_times_on_the_longest_run() -> None:
    late = [{"when": "nobody answers", "after": "2h", "goto": "cancel"}]
    found = timing(
        {"id": "call", "sla": "4h", "exceptions": late, "next": "end"}, {"id": "idle"}, {"id": "cancel"}
    )
    assert [(id, time.short()) for id, time in found.times_to("cancel")] == [("call", "2h")]
    assert [(id, time.short()) for id, time in found.times_to("call")] == [("call", "4h")]
