"""The page to explore a picture, in a real browser."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from svcflow.exporters.svg import to_svg
from svcflow.exporters.viewer import to_viewer
from svcflow.views.diagram import Direction
from svcflow.views.layout import arrange
from tests.support.browser import page_result
from tests.support.diagrams import chain, complaint

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
READY = """
  const $ = (selector) => document.querySelector(selector);
  const key = (name, on = document) => on.dispatchEvent(new KeyboardEvent("keydown", {key: name, bubbles: true}));
  const type = (text) => { $("#search").value = text; $("#search").dispatchEvent(new Event("input")); };
  const click = (on) => {
    const box = on.getBoundingClientRect();
    const at = {clientX: box.x + box.width / 2, clientY: box.y + box.height / 2, bubbles: true, cancelable: true};
    on.dispatchEvent(new PointerEvent("pointerdown", {...at, pointerId: 1}));
    on.dispatchEvent(new PointerEvent("pointerup", {...at, pointerId: 1}));
    on.dispatchEvent(new MouseEvent("click", at));
  };
  const where = () => new DOMMatrix(getComputedStyle($("main > svg")).transform);
"""


def page(**changes: Any) -> str:
    diagram = replace(complaint(), **changes)
    return to_viewer(to_svg(arrange(diagram)), diagram.title, diagram.language)


def seen(code: str, folder: Path, html: str | None = None) -> Any:
    """Run code in the page, whose policy would forbid it, and return what it gives."""
    open_page = POLICY.sub("", html or page())
    return page_result(open_page, READY + code, folder)


def test_the_whole_picture_is_there_at_first(tmp_path: Path) -> None:
    found = seen(
        """
        const box = $("main > svg").getBoundingClientRect(), frame = $("main").getBoundingClientRect();
        return {left: box.left >= frame.left, right: box.right <= frame.right, bottom: box.bottom <= frame.bottom,
                wide: box.width / frame.width, card: $("#card").hidden, title: document.title};
        """,
        tmp_path,
    )
    assert found == {
        "left": True, "right": True, "bottom": True, "card": True, "title": "客户投诉处理", "wide": found["wide"],
    }  # fmt: skip
    assert found["wide"] > 0.5


def test_a_long_picture_begins_where_it_can_be_read_and_fits_when_asked(tmp_path: Path) -> None:
    long = chain(40)
    html = to_viewer(to_svg(arrange(replace(long, direction=Direction.RIGHT))), long.title, long.language)
    found = seen(
        """
        const first = where(); $("#fit").click(); const whole = where();
        const box = $("main > svg").getBoundingClientRect();
        return {scale: first.a, left: first.e, whole: whole.a, right: box.right <= $("main").clientWidth};
        """,
        tmp_path,
        html,
    )
    assert found["scale"] >= 0.6
    assert found["left"] == 0
    assert found["whole"] < 0.5
    assert found["right"] is True


def test_on_a_narrow_screen_what_belongs_together_stays_in_one_row(tmp_path: Path) -> None:
    found = seen(
        """
        $("header").style.width = "390px";
        const boxes = ["#out", "#scale", "#in", "#fit"].map((id) => $(id).getBoundingClientRect());
        return {rows: new Set(boxes.map((box) => Math.round(box.y + box.height / 2))).size,
                inside: boxes.every((box) => box.right <= 390)};
        """,
        tmp_path,
    )
    assert found == {"rows": 1, "inside": True}


def test_zoom_keeps_what_is_under_the_pointer_in_its_place(tmp_path: Path) -> None:
    found = seen(
        """
        const step = document.getElementById("receive");
        const before = step.getBoundingClientRect();
        const at = {clientX: before.x, clientY: before.y};
        $("main").dispatchEvent(new WheelEvent("wheel", {...at, deltaY: -240, bubbles: true, cancelable: true}));
        const after = step.getBoundingClientRect();
        return {moved: Math.hypot(after.x - before.x, after.y - before.y), larger: after.width / before.width};
        """,
        tmp_path,
    )
    assert found["moved"] < 1
    assert found["larger"] > 1.2


def test_a_click_shows_the_card_and_its_buttons_lead_on(tmp_path: Path) -> None:
    found = seen(
        """
        click(document.getElementById("receive").querySelector("text"));
        const card = $("#card"), first = card.innerText, marked = document.querySelectorAll(".edge.chosen").length;
        const lists = [...card.querySelectorAll("li button")].map((button) => button.childNodes[0].textContent);
        [...card.querySelectorAll("li button")].at(-1).click();
        const second = $("#card h2").textContent, hash = decodeURIComponent(location.hash);
        key("Escape");
        return {first, marked, lists, second, hash, closed: $("#card").hidden};
        """,
        tmp_path,
    )
    assert "受理" in found["first"]
    assert found["marked"] == len(found["lists"]) > 1
    assert found["second"] in found["lists"][-1]
    assert found["hash"].startswith("#")
    assert found["closed"] is True


def test_search_marks_what_it_finds_and_enter_goes_there(tmp_path: Path) -> None:
    found = seen(
        """
        key("/");
        const focused = document.activeElement.id;
        type("方案");
        const marked = [...document.querySelectorAll(".node.found")].map((node) => node.id);
        const told = $("#found").textContent;
        $("#search").dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true}));
        const frame = $("main").getBoundingClientRect(), box = $(".node.chosen").getBoundingClientRect();
        const inside = box.left > frame.left && box.right < frame.right;
        type("没有这个");
        return {focused, marked, told, inside, none: $("#found").textContent};
        """,
        tmp_path,
    )
    assert found["focused"] == "search"
    assert found["marked"]
    assert found["told"] == f"找到 {len(found['marked'])} 处"
    assert found["none"] == "找到 0 处"
    assert found["inside"] is True


def test_the_keyboard_is_enough(tmp_path: Path) -> None:
    found = seen(
        """
        const start = where();
        key("+"); const larger = where().a / start.a;
        key("ArrowLeft"); const moved = where().e;
        key("0"); const back = where().a / start.a;
        const step = document.getElementById("receive");
        step.focus(); const shown = !$("#card").hidden;
        key("Enter", step);
        const enter = new KeyboardEvent("keydown", {key: "Enter", bubbles: true, cancelable: true});
        const free = $("#card .close").dispatchEvent(enter);
        return {larger, back, shown, chosen: step.classList.contains("chosen"), tab: step.tabIndex, free};
        """,
        tmp_path,
    )
    assert found == {
        "larger": pytest.approx(1.25),
        "back": 1,
        "shown": True,
        "chosen": True,
        "tab": 0,
        "free": True,
    }


def test_hostile_texts_stay_texts_and_nothing_else_may_run(tmp_path: Path) -> None:
    nasty = "</title></script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
    html = page(title=nasty, subtitle=nasty)
    assert page_result(POLICY.sub("", html), "return document.title;", tmp_path) == nasty
    policy = POLICY.search(html)
    assert policy is not None
    assert "default-src 'none'" in policy[0]
    assert "unsafe-inline'; script" in policy[0]  # for styles alone
    strange = html.replace("</body>", "<script>document.title = 'owned'</script></body>")
    title = "return document.getElementById('scale').textContent + '|' + document.title;"
    assert (
        page_result(strange, title, tmp_path, must_answer=False) is None
    )  # the policy stops our question, too


def test_the_words_are_those_of_the_reader() -> None:
    assert "搜索" in page(language="zh-Hans")
    assert "搜尋" in page(language="zh-Hant")
    assert "Search" in page(language="en")


def test_nothing_is_loaded_from_elsewhere() -> None:
    assert not re.search(r"""(?:src|href)=["'](?!#)""", page())
    words = re.search(r'data-words="([^"]*)"', page())
    assert words is not None
    assert json.loads(words[1].replace("&quot;", '"'))["open"] == "打开"
