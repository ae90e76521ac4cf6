from __future__ import annotations

import pytest

from svcflow.exporters.flow_texts import FLOW_TEXTS, flow_text
from svcflow.views.layout import arrange
from tests.support.diagrams import complaint

FIRST = {
    "mermaid": "---\ntitle:",
    "mermaid-swimlane": "---\ntitle:",
    "drawio": '<?xml version="1.0" encoding="UTF-8"?>\n<!-- Made by svcflow. -->\n<mxfile ',
    "text": "客户投诉处理\n",
}


@pytest.mark.parametrize("form", FLOW_TEXTS)
def test_each_format(form: str) -> None:
    text = flow_text(arrange(complaint()), form)
    assert text.startswith(FIRST[form])
    assert ("swimlane-beta" in text) == (form == "mermaid-swimlane")
    assert text == flow_text(arrange(complaint()), form)
