from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from svcflow.exporters.svg_badges import badge
from svcflow.views.diagram import Badge, BadgeKind


@pytest.mark.parametrize("kind", list(BadgeKind))
def test_every_badge_is_drawn(kind: BadgeKind) -> None:
    group = ET.fromstring(badge(Badge(kind, "a<b"), 3.0, 4.0))
    assert group.get("class") == f"badge {kind.value}"
    assert len(list(group)) >= 2
    assert "a<b" in ["".join(text.itertext()) for text in group.iter("text")]


def test_letters_tell_waits_and_fail_points_apart_without_colour() -> None:
    drawn = [badge(Badge(kind), 0, 0) for kind in (BadgeKind.WAIT_POINT, BadgeKind.FAIL_POINT)]
    assert [("".join(ET.fromstring(one).itertext())) for one in drawn] == ["W", "F"]


def test_a_face_shows_the_mood() -> None:
    faces = [
        badge(Badge(BadgeKind.EMOTION, text), 0, 0).partition("<text")[0] for text in ("+2", "0", "−2", "-2")
    ]
    assert len(set(faces)) == 3
    assert faces[2] == faces[3]
