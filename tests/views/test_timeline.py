from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from syrupy.assertion import SnapshotAssertion

from svcflow.analyzers.context import ProcessContext
from svcflow.api.processes import open_processes
from svcflow.load.shared import Shared
from svcflow.model import Process
from svcflow.views.sheets.scenes import scene_of
from svcflow.views.timeline import Mark, Timeline, timeline
from svcflow.views.timeline_bars import Bar
from tests.strategies import processes

EXAMPLES = Path(__file__).parents[2] / "examples" / "services" / "processes"
OFFICE = {"office": {"hours": {"mon-fri": "09:00-17:00"}}}
HOUR, DAY = 3600, 86400


def bar(data: Timeline, id: str) -> Bar:
    return next(one for one in data.bars if one.id == id)


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("complaint-handling", "zh-Hans"),
        ("one-window-government-service", "zh-Hant"),
        ("hotel-check-in", "en"),
        ("hotel-check-in", "zh-Hans"),
    ],
)
def test_the_whole_timeline(name: str, language: str, snapshot: SnapshotAssertion) -> None:
    context = next(iter(open_processes(EXAMPLES / f"{name}.yaml"))).context
    assert timeline(context, language) == snapshot


def parallel(process: Any, **more: Any) -> Timeline:
    """Three hours, of which a shorter branch takes one, then half an hour."""
    return timeline(
        process(
            {"id": "fork", "kind": "parallel", "next": ["long", "short"]},
            {"id": "long", "sla": "3h", "next": "end-it"},
            {"id": "short", "sla": {"response": "15m", "completion": "1h"}, "next": "end-it"},
            {
                "id": "end-it",
                "join": "all",
                "sla": "30m",
                "work": {"min": "5m", "likely": "10m", "max": "20m"},
            },
            **more,
        )
    )


def test_bars_of_parallel_branches_lie_side_by_side_and_the_shorter_one_has_slack(process) -> None:
    data = parallel(process)
    assert [(one.id, one.begin, one.end, one.free_until) for one in data.bars] == [
        ("long", 0, 3 * HOUR, 3 * HOUR),
        ("short", 0, HOUR, 3 * HOUR),
        ("end-it", 3 * HOUR, 3 * HOUR + 1800, 3 * HOUR + 1800),
    ]
    assert [one.critical for one in data.bars] == [True, False, True]
    assert bar(data, "short").slack == "2 h"
    assert bar(data, "short").taken_up == 900
    assert data.links == ((0, 2),)


def test_work_is_drawn_from_the_beginning(process) -> None:
    last = bar(parallel(process), "end-it")
    assert last.work == tuple(3 * HOUR + minutes * 60 for minutes in (5, 10, 20))
    assert last.effort == ("10 min", "5\u00a0min to 20\u00a0min")


@pytest.mark.parametrize(
    ("promise", "said"),
    [("4h", "30 min to spare before the promise ends"), ("3h", "misses the promise by 30 min")],
)
def test_the_run_is_held_against_the_promise(process, promise: str, said: str) -> None:
    data = parallel(process, sla=promise)
    assert "Longest run without rework: 3 h 30 min" in data.heading.subtitle
    assert "in an ordinary week from Mon 00:00" in data.heading.subtitle
    assert said in data.heading.subtitle
    assert data.run == (12600, "longest run: 3 h 30 min")
    assert data.promise == (int(promise[0]) * HOUR, f"promise: {promise[0]} h")
    assert not data.beyond


def test_a_promise_far_away_lies_behind_a_break(process) -> None:
    assert parallel(process, sla="5d").beyond


def test_closed_hours_are_told_apart(process) -> None:
    steps = ({"id": "a", "sla": "6h"}, {"id": "b", "sla": "6h"})
    data = timeline(process(*steps, calendars=OFFICE, sla={"resolution": "2bd", "calendar": "office"}))
    assert [(one.begin, one.end) for one in data.bars] == [(0, 6 * HOUR), (6 * HOUR, DAY + 4 * HOUR)]
    assert data.axis.open[:2] == ((0, 8 * HOUR), (DAY, DAY + 8 * HOUR))
    assert "12 h (about 1.5 business days)" in data.heading.subtitle
    assert Mark.CLOSED in dict(data.legend)
    assert [tick.text for tick in data.axis.ticks if tick.major] == [*("Mon 09:00", "Tue 09:00", "Wed 09:00")]


def test_rework_is_noted_and_not_counted(process) -> None:
    back = [{"when": "wrong", "to": "a", "limit": 2}, {"otherwise": "end"}]
    data = timeline(process({"id": "a", "sla": "1h"}, {"id": "b", "sla": "1h", "next": back}))
    assert data.run[0] == 2 * HOUR
    assert bar(data, "a").notes == ("again after 2, not counted: wrong\u00a0· max. 2×",)
    assert "with all rework that limits allow: 6 h" in data.heading.subtitle


def test_a_step_without_a_time_is_shown_as_such(process) -> None:
    data = timeline(
        process(
            {"id": "a", "sla": "1h"},
            {"id": "b"},
            {"id": "w", "kind": "wait", "until": "the post", "next": "end"},
            {"id": "lost"},
        )
    )
    assert [(one.id, one.told, one.promised) for one in data.bars] == [
        ("a", True, "1 h"),
        ("b", False, "not told"),
        ("w", False, "not told"),
    ]
    assert bar(data, "w").notes == ("the post",)
    assert data.notes[1:] == (
        "No time is told for these steps, so they count as none: 2 B, 3 W",
        "No way leads to these steps: 4 Lost",
    )


def test_rows_of_a_role_stand_together(process) -> None:
    roles = {"x": "Xaver", "y": "Yvonne"}
    steps = [{"id": id, "role": role, "sla": "1h"} for id, role in (("a", "x"), ("b", "y"), ("c", "x"))]
    pause = {"id": "d", "kind": "wait", "for": "1h"}
    data = timeline(process(*steps, pause, {"id": "e"}, roles=roles))
    assert [(one.group, one.id) for one in data.bars] == [
        ("Xaver", "a"),
        ("Xaver", "c"),
        ("Yvonne", "b"),
        ("Wait", "d"),
        ("No role named", "e"),
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "No step says how long"),
        ("zh-Hans", "没有步骤说明需要多久"),
        ("zh-Hant", "沒有步驟寫出需要多久"),
    ],
)
def test_without_times_it_says_what_to_write(process, language: str, said: str) -> None:
    data = timeline(process({"id": "a"}, {"id": "b"}, sla="2h"), language)
    assert data.bars == data.links == data.legend == ()
    assert data.heading.subtitle == ""
    assert data.empty[0].startswith(said)
    assert "{min: 5m, likely: 10m, max: 20m}" in data.empty[1]


def test_work_alone_makes_no_longest_run(process) -> None:
    data = timeline(process({"id": "a", "work": "10m"}, {"id": "b"}, sla="2h"))
    assert data.heading.subtitle == "No step says how long it may take, so there is no longest run"
    assert data.run == (0, "")
    assert [one.effort for one in data.bars] == [("10 min",), ()]
    assert "run-end" not in str(scene_of(data).items)


@settings(max_examples=25)
@given(processes())
def test_bars_never_claim_more_than_the_timing(made: Process) -> None:
    context = ProcessContext(made, Shared())
    data, timing = timeline(context), context.timing
    end = (timing.done[timing.last] - timing.start).total_seconds()
    assert data.run[0] == end
    for one in data.bars:
        assert 0 <= one.begin <= one.end <= one.free_until
        assert one.end == (timing.done[one.id] - timing.start).total_seconds()
        assert (one.end == one.begin) or one.told
        if one.critical:
            assert one.slack == ""
