"""What is different in a new version, in plain words."""

from __future__ import annotations

from typing import Any

import pytest

from svcflow.analyzers.context import ProcessContext
from svcflow.documents.asked import Asked
from svcflow.documents.kinds import KINDS
from svcflow.documents.outline import Bullets, Outline, Paragraph, Table
from svcflow.documents.sop_context import SopContext
from svcflow.finding import CannotDo
from svcflow.load.shared import Shared
from svcflow.model.process import Process

BASE: dict[str, Any] = {
    "process": "key",
    "name": "Lost key",
    "version": "1.0.0",
    "roles": {"clerk": "Clerk", "boss": "Boss"},
    "steps": [
        {
            "id": "ask",
            "name": "Ask for a passport",
            "role": "clerk",
            "sla": "5m",
            "instructions": ["Smile", "Ask"],
        },
        {"id": "note", "name": "Write it down", "role": "clerk"},
        {"id": "give", "name": "Give a key", "role": "clerk"},
    ],
}


def context(**changes: Any) -> ProcessContext:
    return ProcessContext(Process.model_validate({**BASE, **changes}), Shared())


def note(after: ProcessContext, before: ProcessContext | None = None) -> Outline:
    (named,) = KINDS["release-note"].make([SopContext(after, "en")], Asked(before=before or context()))
    return named.outline


def rows(outline: Outline, id: str) -> tuple[tuple[str, ...], ...]:
    (section,) = [one for one in outline.sections if one.id == id]
    (block,) = [one for one in section.blocks if isinstance(one, Table)]
    return block.rows


def test_steps_that_came_went_and_changed() -> None:
    first, _, last = BASE["steps"]
    steps = [
        {**first, "sla": "3m", "instructions": ["Ask", "Copy it"]},
        {"id": "sign", "name": "Have it signed", "role": "boss", "sla": "1h"},
        last,
    ]
    made = note(context(version="1.1.0", steps=steps, purpose="Be quick"))
    assert rows(made, "added") == (("2 Have it signed", "Boss", "1 h", ""),)
    assert rows(made, "removed") == (("2 Write it down", "Clerk"),)
    assert rows(made, "changed") == (
        ("1 Ask for a passport", "Time", "done within 5 min", "done within 3 min"),
        ("1 Ask for a passport", "Instructions", "Smile", "Copy it"),
    )
    assert rows(made, "rest") == (("Purpose", "", "Be quick"),)
    (roles,) = [one for one in made.sections if one.id == "roles"]
    assert "Boss" in repr(roles)


def test_the_revisions_since_then() -> None:
    revision = {"version": "1.1.0", "date": "2026-05-01", "what": "quicker", "change": "minor"}
    made = note(context(version="1.1.0", revisions=[revision]))
    assert Bullets(("quicker (1.1.0, minor, 2026-05-01)",)) in made.sections[0].blocks


def test_nothing_changed() -> None:
    made = note(context(version="1.0.1"))
    assert made.sections[-1].blocks == (Paragraph("What people do is the same as before."),)


def test_the_version_before_is_needed() -> None:
    with pytest.raises(CannotDo, match="a release note needs the version before"):
        list(KINDS["release-note"].make([SopContext(context(), "en")], Asked()))


def test_other_parts_are_said_with_the_signs_of_the_language() -> None:
    before, after = (
        context(language="zh-Hant", sla={"resolution": time}, trigger="申請") for time in ("2h", "1h")
    )
    (named,) = KINDS["release-note"].make([SopContext(after, "zh-Hant")], Asked(before=before))
    said = [cell for row in rows(named.outline, "rest") for cell in row]
    assert "解決時間：1 小時" in said
