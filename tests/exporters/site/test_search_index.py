"""The index of the search, and the search itself in a real browser."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from svcflow.exporters.site.search_index import Thing, index_script, words_of
from tests.support.browser import page_result

KINDS = [("process", "Process", 9.0), ("step", "Step", 0.0)]
THINGS = [
    Thing("process", "processes/a/index.html", "客户投诉处理", "", "在承诺时限内解决客户的投诉", "zh-Hans"),
    Thing(
        "step", "processes/a/procedure.html#step-x", "受理投诉", "客户投诉处理", "登记 CRM 工单", "zh-Hans"
    ),
    Thing(
        "step",
        "processes/b/procedure.html#step-y",
        "Replace the lost key",
        "Lost key",
        "Void the old card",
        "en",
    ),
    Thing("step", "processes/c/procedure.html#step-z", "处理客户来信", "来信", "投递与诉求", "zh-Hans"),
    Thing("step", "c.html", "</script><img src=x onerror=alert(1)>", "", "\u2028 & <b>", "en"),
]


def content(script: bytes) -> dict[str, Any]:
    text = script.decode().split("window.svcflowIndex=", 1)[1].rstrip().removesuffix(";")
    made: dict[str, Any] = json.loads(text)
    return made


def test_chinese_is_found_by_pairs_of_characters_and_latin_by_words() -> None:
    assert words_of("受理投诉，登记 CRM 工单") == {
        "受理",
        "理投",
        "投诉",
        "诉",
        "登记",
        "记",
        "crm",
        "工单",
        "单",
    }
    assert words_of("Ｆ－012 Naïve step_2") == {"f", "012", "naïve", "step_2"}
    assert words_of("问") == {"问"}


def test_what_is_hostile_ends_neither_script_nor_line() -> None:
    script = index_script(THINGS, KINDS, "en")
    assert b"<" not in script
    assert "\u2028" not in script.decode()
    assert content(script)["things"][4][2] == "</script><img src=x onerror=alert(1)>"


@given(st.lists(st.text(max_size=30), max_size=6))
def test_the_index_holds_every_word_once_and_where_it_stands(texts: list[str]) -> None:
    made = content(index_script([Thing("step", "", text, "", "", "en") for text in texts], KINDS, "en"))
    assert made["words"] == sorted(
        set(made["words"]), key=lambda word: word.encode("utf-16-be", "surrogatepass")
    )
    for word, posts in zip(made["words"], made["posts"], strict=True):
        places, place = set(), 0
        for step in posts.split(" "):
            place += int(step, 36)
            places.add(place >> 1)
        assert places == {number for number, text in enumerate(texts) if word in words_of(text)}


def test_words_of_titles_are_marked() -> None:
    made = content(index_script([Thing("step", "", "key", "", "lost key", "en")], KINDS, "en"))
    marked = {word: int(posts, 36) & 1 for word, posts in zip(made["words"], made["posts"], strict=True)}
    assert marked == {"key": 1, "lost": 0}


def test_a_long_text_is_shortened() -> None:
    shown = [
        content(index_script([Thing("step", "", "", "", "x" * long, "en")], KINDS, "en"))
        for long in (110, 111)
    ]
    assert [one["things"][0][4] for one in shown] == ["x" * 110, "x" * 109 + "…"]


def test_the_same_things_give_the_same_bytes() -> None:
    assert index_script(THINGS, KINDS, "en") == index_script(THINGS, KINDS, "en")


def found(queries: list[str], folder: Path) -> list[list[str]]:
    """Ask the search in a page, one query after the other, and return the titles it shows."""
    script = (files("svcflow.exporters.site") / "assets" / "search.js").read_text("utf-8")
    page = (
        '<meta charset=utf-8><body><input id=q><p id=count data-some="{count}" data-none=none data-ask=ask></p>'
        f"<ol id=results></ol><script>{index_script(THINGS, KINDS, 'en').decode()}</script>"
        f"<script>{script}</script></body>"
    )
    code = f"""
      const field = document.getElementById("q");
      return {json.dumps(queries)}.map((query) => {{
        field.value = query;
        field.dispatchEvent(new Event("input"));
        return [...document.querySelectorAll("#results a")].map((link) => link.textContent);
      }});
    """
    result: list[list[str]] = page_result(page, code, folder)
    return result


def test_the_search_finds_parts_of_chinese_words_and_beginnings_of_others(tmp_path: Path) -> None:
    assert found(
        ["投诉", "客户投诉", "诉处理", "理", "rep", "LOST key", "crm 投诉", "诉投", "img", ""], tmp_path
    ) == [
        ["客户投诉处理", "受理投诉"],
        ["客户投诉处理"],
        ["客户投诉处理"],
        ["客户投诉处理", "受理投诉", "处理客户来信"],
        ["Replace the lost key"],
        ["Replace the lost key"],
        ["受理投诉"],
        [],
        ["</script><img src=x onerror=alert(1)>"],
        [],
    ]
