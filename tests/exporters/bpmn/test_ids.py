from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from svcflow.exporters.bpmn.ids import Ids


def test_what_is_possible_stays():
    ids = Ids()
    assert [ids.give(wanted) for wanted in ("check-in", "a.b_c", "受理", "1st", "check-in")] == [
        "check-in", "a.b_c", "_u53d7_u7406", "_1st", "check-in-2",
    ]  # fmt: skip


@given(st.lists(st.text(min_size=1, max_size=6)))
def test_each_once_and_such_as_every_tool_takes(wanted):
    ids = Ids()
    given_ids = [ids.give(text) for text in wanted]
    assert len(set(given_ids)) == len(given_ids)
    assert all(re.fullmatch("[A-Za-z_][A-Za-z0-9_.-]*", id) for id in given_ids)
