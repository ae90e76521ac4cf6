"""Random processes for property tests: all kinds of steps, branches, exceptions, roles and times.

`process_data` draws what the YAML of a process would hold, `processes` the model made from it. They are valid: the
model takes them. Their flow is anything: sound or not, with loops, dead ends and joins in odd places. With
``broken=True`` ids may be unknown or used twice as well, as in files that somebody is still writing.
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from svcflow.model import Process

__all__ = ["ROLES", "process_data", "processes"]

ROLES = ("guest", "agent", "supervisor", "法务", "robot")
_LINES = ("customer", "frontstage", "backstage", "support")
_NAMES = (
    "Take the request",
    "受理申请",
    "核對證件",
    "Is it urgent?",
    "是否加急？",
    "Tell the customer: “done”",
    "x",
)
_CONDITIONS = ("yes", "no", "amount over 1,000", "金额超过 1 万元", "文件不齊", "80 % <b>&</b> more")
_DURATIONS = ("90s", "15m", "2h", "1h30m", "3d", "2w", "3bd", "PT30M", "30分钟", "3个工作日")
_ARTIFACTS = ("ticket", "form", "申请表", "receipt")
_KINDS = ("task", "task", "task", "decision", "parallel", "inclusive", "wait", "call", "end")

_text = st.sampled_from(_NAMES) | st.fixed_dictionaries(
    {"en": st.sampled_from(_NAMES), "zh-Hans": st.sampled_from(_NAMES)}
)
_duration = st.sampled_from(_DURATIONS)
_share = st.sampled_from(("5%", "50%", "95%", 0.1, "100%"))


def _maybe(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """A mapping that has any of the fields, or none."""
    return st.fixed_dictionaries({}, optional=fields)


@st.composite
def process_data(
    draw: st.DrawFn, *, broken: bool = False, min_steps: int = 1, max_steps: int = 9
) -> dict[str, Any]:
    """Draw the data of a process: plain dicts, lists, strings and numbers, as YAML gives them."""
    count = draw(st.integers(min_steps, max_steps))
    ids = [f"s{number}" for number in range(count)]
    if broken and draw(st.booleans()):
        ids[draw(st.integers(0, count - 1))] = ids[0]
    known = st.sampled_from(ids)
    anywhere = st.sampled_from([*ids, *ids, "end", *(["nowhere", "s00", "End"] if broken else [])])
    step_ids = st.sampled_from([*ids, "gone"]) if broken else known
    roles = st.sampled_from([*ROLES, *(["nobody"] if broken else [])])
    data: dict[str, Any] = {
        "process": draw(st.sampled_from(("a", "b", "投诉处理"))),
        "name": draw(_text),
        "roles": {role: draw(_role(roles)) for role in ROLES},
        "steps": [draw(_step(id, anywhere, roles)) for id in ids],
    }
    data |= draw(
        _maybe(
            owner=roles,
            language=st.sampled_from(("en", "zh-Hans", "zh-Hant")),
            sla=_duration
            | _maybe(response=_duration, resolution=_duration, escalate=roles, calendar=st.just("week")),
            calendars=st.just({"week": {"hours": {"mon-fri": "09:00-17:00"}}}),
            handoffs=st.lists(_handoff(step_ids), max_size=3),
            risks=st.lists(st.builds(_risk, step_ids, st.none() | roles), max_size=2),
            needs=st.lists(st.builds(lambda step: {"what": "quick", "met_by": step}, step_ids), max_size=2),
            outputs=st.lists(st.sampled_from(_ARTIFACTS), max_size=2),
        )
    )
    return data


@st.composite
def processes(draw: st.DrawFn, *, broken: bool = False, min_steps: int = 1, max_steps: int = 9) -> Process:
    """Draw a process as a model."""
    drawn = process_data(broken=broken, min_steps=min_steps, max_steps=max_steps)
    return Process.model_validate(draw(drawn))


def _role(roles: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    return _text | st.builds(
        lambda name, rest: {"name": name, **rest},
        _text,
        _maybe(
            department=st.sampled_from(("Front office", "sales")),
            line=st.sampled_from(_LINES),
            headcount=st.integers(1, 3),
            deputy=st.lists(roles, max_size=2),
            calendar=st.just("week"),
            kind=st.sampled_from(("person", "system", "partner")),
        ),
    )


def _handoff(steps: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, Any]]:
    rest = _maybe(
        passes=st.lists(st.sampled_from(_ARTIFACTS), max_size=2),
        within=_duration,
        via=st.just("phone"),
        accepted_when=_text,
    )
    return st.builds(lambda giver, taker, more: {"from": giver, "to": taker, **more}, steps, steps, rest)


def _risk(step: str, owner: str | None) -> dict[str, Any]:
    risk: dict[str, Any] = {"what": "late", "step": step, "likelihood": 2, "impact": 4}
    return (
        risk if owner is None else {**risk, "owner": owner, "control": {"what": "look twice", "step": step}}
    )


@st.composite
def _step(
    draw: st.DrawFn, id: str, targets: st.SearchStrategy[str], roles: st.SearchStrategy[str]
) -> dict[str, Any]:
    kind = draw(st.sampled_from(_KINDS))
    step: dict[str, Any] = {"id": id, "name": draw(_text)}
    if kind != "task" or draw(st.booleans()):
        step["kind"] = kind
    if kind == "call":
        step["process"] = draw(st.sampled_from(("a", "b", "c")))
    if kind == "wait":
        step |= draw(_wait(targets, roles))
    if draw(st.booleans()):
        step["next"] = draw(_next(kind, targets, roles))
    step |= draw(
        _maybe(
            role=roles | st.lists(roles, min_size=1, max_size=2, unique=True),
            join=st.sampled_from(("all", "all", "any")),
            sla=_duration | _maybe(response=_duration, completion=_duration, escalate=roles),
            work=st.sampled_from(("5m", "2h", "1bd", "4m..15m"))
            | st.just({"min": "4m", "likely": "6m", "max": "15m"}),
            inputs=st.lists(st.sampled_from(_ARTIFACTS), max_size=2),
            outputs=st.lists(st.sampled_from(_ARTIFACTS), max_size=2),
            exceptions=st.lists(_exception(targets, roles), max_size=2),
            accountable=roles,
            informed=st.lists(roles, max_size=2),
            touchpoint=_maybe(channel=st.just("phone"), customer=_text, moment_of_truth=st.booleans()),
        )
    )
    return step


def _wait(
    targets: st.SearchStrategy[str], roles: st.SearchStrategy[str]
) -> st.SearchStrategy[dict[str, Any]]:
    event = _text | st.builds(
        lambda said, rest: {"event": said, **rest}, _text, _maybe(to=targets, share=_share)
    )
    limit = _duration | st.builds(
        lambda time, rest: {"time": time, **rest}, _duration, _maybe(to=targets, share=_share)
    )
    reminder = _duration | st.builds(lambda after, role: {"after": after, "role": role}, _duration, roles)
    fields: dict[str, st.SearchStrategy[Any]] = {
        "for": _duration,
        "until": st.lists(event, min_size=1, max_size=2),
        "at_most": limit,
        "remind": reminder,
    }
    return _maybe(**fields)


def _next(
    kind: str, targets: st.SearchStrategy[str], roles: st.SearchStrategy[str]
) -> st.SearchStrategy[Any]:
    if kind == "parallel":
        return st.lists(targets, min_size=1, max_size=3)
    rest = _maybe(share=_share, limit=st.integers(0, 3), role=roles)
    branch = st.builds(
        lambda when, to, more: {"when": when, "to": to, **more}, st.sampled_from(_CONDITIONS), targets, rest
    )
    otherwise = st.builds(lambda to: {"otherwise": to}, targets)
    return targets | st.lists(branch | branch | otherwise | targets, min_size=1, max_size=3)


def _exception(
    targets: st.SearchStrategy[str], roles: st.SearchStrategy[str]
) -> st.SearchStrategy[dict[str, Any]]:
    rest = _maybe(goto=targets, escalate=roles, after=_duration, share=_share, do=_text)
    return st.builds(lambda when, more: {"when": when, **more}, st.sampled_from(_CONDITIONS), rest)
