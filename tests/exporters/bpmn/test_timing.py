from __future__ import annotations

import pytest

from svcflow.exporters.bpmn.timing import iso
from svcflow.model.duration import Duration


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("90s", "PT1M30S"),
        ("1h30m", "PT1H30M"),
        ("2w", "P14D"),
        ("3d2h", "P3DT2H"),
        ("0m", "PT0S"),
        ("3bd", "3bd"),
    ],
)
def test_length(written, expected):
    assert iso(Duration.parse(written)) == expected
    assert Duration.parse(iso(Duration.parse(written))) == Duration.parse(written)
