from __future__ import annotations

from typing import Any

import pytest

from svcflow.interchange.sheets.more import more_rows, put_more
from svcflow.interchange.sheets.names import Misread

REST: dict[str, Any] = {
    "pilot": {"where": "true", "success": ["a", "b"]},
    "terms": {"a/b~": {"means": "x\ny"}},
    "steps": [{"id": "a", "remind": [{"after": "1d"}, {"after": "2d"}]}, {"id": "b", "x": 4.5}],
}


def test_paths_and_values() -> None:
    assert list(more_rows(REST)) == [
        ("pilot/where", '"true"'),
        ("pilot/success", '["a", "b"]'),
        ("terms/a~1b~0/means", '"x\\ny"'),
        ("steps/a/remind/0/after", "1d"),
        ("steps/a/remind/1/after", "2d"),
        ("steps/b/x", "4.5"),
    ]


def test_they_lead_back() -> None:
    data: dict[str, Any] = {"steps": [{"id": "a"}, {"id": "b"}]}
    for path, value in more_rows(REST):
        put_more(data, path, value)
    assert data == REST


def test_a_text_becomes_one_in_several_languages() -> None:
    data: dict[str, Any] = {"language": "zh-Hans", "name": "名"}
    assert put_more(data, "name/en", "Name") == ("name", "en")
    assert data["name"] == {"zh-Hans": "名", "en": "Name"}


@pytest.mark.parametrize("path", ["", "/", "steps/gone/x", "steps/9/x", "name/a/b/0"])
def test_paths_that_lead_nowhere(path: str) -> None:
    with pytest.raises((Misread, TypeError)):
        put_more({"name": 4, "steps": [{"id": "a"}]}, path, "x")
