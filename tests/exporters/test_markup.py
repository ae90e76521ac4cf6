from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcflow.exporters.markup import escape, number, safe_href


@given(st.text())
def test_any_text_stays_text(text: str) -> None:
    made = f"<a b=\"{escape(text)}\" c='{escape(text)}'>{escape(text)}</a>"
    read = ET.fromstring(made.encode("utf-8"))
    assert read.tag == "a"
    assert not list(read)


def test_what_xml_cannot_hold_is_shown() -> None:
    assert escape("a\x00b\x1b\ud800\ufffe") == "a\ufffdb\ufffd\ufffd\ufffd"
    assert escape("中 😀 é\n") == "中 😀 é\n"


@pytest.mark.parametrize(
    ("value", "said"), [(1.0, "1"), (1.5, "1.5"), (0.25, "0.25"), (-3.10, "-3.1"), (100.0, "100")]
)
def test_coordinates_are_short(value: float, said: str) -> None:
    assert number(value) == said


@pytest.mark.parametrize(
    "href", ["sop.html#step-1", "#a", "https://example.org/a:b", "mailto:a@example.org", "a/b:c"]
)
def test_links_stay(href: str) -> None:
    assert safe_href(href) == href


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", " JavaScript:alert(1)", "java\x01script:x", "data:text/html,x"]
)
def test_links_that_run_something_go(href: str) -> None:
    assert safe_href(href) == ""
