"""A service blueprint as SVG: rows, named lines, phases, sheets and signs."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from syrupy.assertion import SnapshotAssertion

from svcflow.analyzers.context import ProcessContext
from svcflow.exporters.dot import to_dot
from svcflow.exporters.svg import to_svg
from svcflow.load.shared import Shared
from svcflow.model import Process
from svcflow.views.blueprint import blueprint
from svcflow.views.layout import arrange

SVG = "{http://www.w3.org/2000/svg}"
NASTY = "</text><script>alert(1)</script>\"'&<!-- ]]>"
PROCESS = {
    "process": "refund",
    "name": {"en": "Refund", "zh-Hans": "退货退款", "zh-Hant": "退貨退款"},
    "roles": {
        "buyer": {"name": {"en": "Buyer", "zh-Hans": "买家", "zh-Hant": "買家"}, "line": "customer"},
        "agent": {"name": {"en": "Agent", "zh-Hans": "客服", "zh-Hant": "客服人員"}, "line": "frontstage"},
        "cashier": {"name": {"en": "Cashier", "zh-Hans": "出纳", "zh-Hant": "出納"}, "line": "support"},
    },
    "steps": [
        {
            "id": "ask",
            "name": {"en": "Asks for a refund", "zh-Hans": "提出退款", "zh-Hant": "申請退款"},
            "phase": {"en": "Asking", "zh-Hans": "申请", "zh-Hant": "申請"},
            "role": "buyer",
            "touchpoint": {"channel": "app", "emotion": -2},
        },
        {
            "id": "check",
            "name": {"en": "Check the goods", "zh-Hans": "验货", "zh-Hant": "驗收商品"},
            "phase": {"en": "Answer", "zh-Hans": "答复", "zh-Hant": "答覆"},
            "role": "agent",
            "sla": {"response": "5m", "completion": "1h"},
            "exceptions": {"when": {"en": "Parts are missing", "zh-Hans": "缺少配件", "zh-Hant": "缺少配件"}},
            "touchpoint": {
                "channel": "counter",
                "customer": {"en": "Watches the check", "zh-Hans": "在旁看验货", "zh-Hant": "在旁看著驗收"},
                "evidence": [
                    {"en": "Slip", "zh-Hans": "验货单", "zh-Hant": "驗收單"},
                    {"en": "List of parts", "zh-Hans": "配件清单", "zh-Hant": "配件清單"},
                ],
                "moment_of_truth": True,
                "emotion": 1,
            },
            "tools": ["scanner"],
        },
        {
            "id": "pay",
            "name": {"en": "Pay", "zh-Hans": "退款", "zh-Hant": "退款"},
            "role": "cashier",
            "work": "5m",
        },
    ],
}


def drawn(language: str = "en", data: dict = PROCESS) -> str:
    return to_svg(arrange(blueprint(ProcessContext(Process.model_validate(data), Shared()), language)))


def groups(svg: str, name: str) -> list[ET.Element]:
    return [group for group in ET.fromstring(svg).iter(f"{SVG}g") if name in group.get("class", "").split()]


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_the_whole_picture(language: str, snapshot: SnapshotAssertion) -> None:
    assert re.sub(r"<style>.*?</style>", "<style/>", drawn(language), flags=re.DOTALL) == snapshot


def test_lines_say_their_names() -> None:
    found = [(group.get("class"), group.get("aria-label")) for group in groups(drawn(), "border")]
    assert found == [
        ("border interaction", "Line of interaction"),
        ("border visibility", "Line of visibility"),
        ("border internal", "Line of internal interaction"),
    ]


def test_a_meeting_has_two_heads_and_a_link_none() -> None:
    count = {
        kind: [sum(path.get("class") == "head" for path in group) for group in groups(drawn(), kind)]
        for kind in ("contact", "link")
    }
    assert count == {"contact": [2, 2], "link": [0, 0]}  # the last contact is in the legend


def test_the_style_of_every_sign_is_there() -> None:
    svg = drawn()
    for name in (
        "border.visibility .line",
        "phase path",
        "fail-point circle",
        "wait-point rect",
        "emotion path.look",
    ):
        assert f".svcflow .{name}{{" in svg


def test_nothing_written_becomes_markup() -> None:
    step = {
        "id": "a",
        "name": NASTY,
        "phase": NASTY,
        "role": "r",
        "touchpoint": {"customer": NASTY, "evidence": [NASTY, NASTY]},
    }
    data = {"process": "p", "name": NASTY, "roles": {"r": NASTY}, "steps": [step]}
    svg = drawn(data=data)
    assert not list(ET.fromstring(svg).iter(f"{SVG}script"))
    assert "<script>" not in svg


def test_dot_has_the_lines_and_phases() -> None:
    picture = arrange(blueprint(ProcessContext(Process.model_validate(PROCESS), Shared()), "en"))
    dot = to_dot(picture)
    assert '"name 1" [shape=box style=filled fillcolor=white fontsize=10 label="Line of visibility"' in dot
    assert 'label="Answer"' in dot
    contact = next(line for line in dot.splitlines() if '":customer:check" -> "check"' in line)
    assert "dir=both" in contact
    assert re.search(r'pos="e,[\d.]+,[\d.]+ s,[\d.]+,[\d.]+ ', contact)
    link = next(line for line in dot.splitlines() if '"check" -> ":systems:check"' in line)
    assert "dir=none" in link
    assert 'pos="e' not in link
