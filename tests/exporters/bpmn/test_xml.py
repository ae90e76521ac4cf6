from __future__ import annotations

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from svcflow.exporters.bpmn.xml import Tag, document

_text = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff") | st.just("\n")
)


@given(_text, _text)
def test_read_back_by_another(attribute, text):
    root = Tag("a", {"x": attribute})
    root.add("b", text)
    found = ET.fromstring(document(root, "Made by svcflow."))
    assert found.get("x", "") == attribute
    assert (found[0].text or "") == text


def test_what_xml_cannot_hold_is_shown_as_such():
    found = ET.fromstring(document(Tag("a", {"x": "1\x002"}, text="\x1b[1m\ud800"), "c"))
    assert (found.get("x"), found.text) == ("1\ufffd2", "\ufffd[1m\ufffd")


def test_indented():
    root = Tag("a", {"x": "<&\"'>", "left-out": ""})
    root.add("b").add("c", "1 < 2", y="a\nb")
    assert document(root, "who").decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!-- who -->\n'
        '<a x="&lt;&amp;&quot;&#39;&gt;">\n  <b>\n    <c y="a&#10;b">1 &lt; 2</c>\n  </b>\n</a>\n'
    )
