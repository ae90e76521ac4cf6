"""The digest of what a process means: what a signature under it certifies.

Formatting, comments, the order of keys and the way a value is written (``15m`` or ``PT15M``) do not count, nor does
what only tells of the process's life: version, status, revisions, approvals, reviews, pilot, rollout, problems,
improvements.

A digest is one line, ``v1:OVERALL:SECTION=SHORT:…``, so that an approval also knows which parts it was given for. The
overall part is the first 16, each section's the first 8 hexadecimal digits of a SHA-256 over canonical JSON.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from svcflow.model.base import Model
from svcflow.model.period import Period
from svcflow.model.step import Step
from svcflow.model.target import Target
from svcflow.model.text import Localized

if TYPE_CHECKING:
    from svcflow.model.process import Process

__all__ = ["LEFT_OUT", "NOTES", "SECTIONS", "changed_sections", "digest"]

_FORMAT = "v1"

NOTES = "notes"
"""The section of what explains and binds nobody: its wording may change under a declared patch."""

SECTIONS: dict[str, tuple[str, ...]] = {
    "head": ("process", "name", "owner", "state", "baseline"),
    "scope": ("purpose", "scope", "trigger", "inputs", "outputs", "segments", "category", "references"),
    "sla": ("sla", "calendars"),
    "roles": ("roles",),
    "steps": ("steps",),
    "handoffs": ("handoffs",),
    "needs": ("needs",),
    "goals": ("objectives", "kpis"),
    "risks": ("risks",),
    "training": ("training",),
    "inspection": ("inspection",),
    "records": ("records",),
    NOTES: ("number", "classification", "distribution", "terms"),
}
"""The sections, with the fields of a process that each covers. The notes take the notes of the steps as well."""

LEFT_OUT = (
    "version", "status", "effective", "language", "problems", "improvements", "pilot", "rollout", "revisions",
    "approvals", "review",
)  # fmt: skip
"""The fields that are no part of the meaning."""

_NOTES_OF_STEP = ("description", "knowledge", "pain_points", "phase")


def digest(process: Process) -> str:
    """Return the digest of a process's meaning; sections without content are left out."""
    shorts = {name: _hash(content)[:8] for name, content in _contents(process).items() if content}
    return ":".join([_FORMAT, _hash(shorts)[:16], *(f"{name}={short}" for name, short in shorts.items())])


def changed_sections(approved: str, process: Process) -> tuple[str, ...] | None:
    """Return the sections that changed since a digest was taken, in their order; empty where none did.

    None where the text is no digest of this format: nobody can tell then.
    """
    current = digest(process)
    if approved == current:
        return ()
    before, now = _sections(approved), _sections(current)
    if before is None or now is None:
        return None
    return tuple(name for name in SECTIONS if before.get(name) != now.get(name)) or None


def _sections(text: str) -> dict[str, str] | None:
    version, *rest = text.split(":")
    pairs = [part.partition("=") for part in rest[1:]]
    if version != _FORMAT or not pairs or not all(short for _, _, short in pairs):
        return None
    return {name: short for name, _, short in pairs}


def _contents(process: Process) -> dict[str, dict[str, Any]]:
    whole = _canonical(process)
    contents = {
        name: {key: whole[key] for key in fields if key in whole} for name, fields in SECTIONS.items()
    }
    notes = [
        [step.id, {key: _canonical(getattr(step, key)) for key in _NOTES_OF_STEP if getattr(step, key)}]
        for step in process.steps
    ]
    if any(said for _, said in notes):
        contents[NOTES]["steps"] = notes
    return contents


def _hash(content: Any) -> str:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _canonical(value: Any) -> Any:
    """Return a value of the model as plain data that is the same for everything that means the same."""
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Model):
        return _fields(value)
    if isinstance(value, Mapping):
        return {str(key): _canonical(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [_canonical(item) for item in value]
    if isinstance(value, Period):
        return [value.months, value.days]
    if dataclasses.is_dataclass(value):
        return [
            _canonical(getattr(value, field.name)) for field in dataclasses.fields(value) if field.compare
        ]
    return value.isoformat() if isinstance(value, (dt.date, dt.time)) else str(value)


def _text(value: str) -> Any:
    if isinstance(value, Localized):
        return {tag: " ".join(said.split()) for tag, said in value.by_language.items()}
    if isinstance(value, Target) and (goal := value.goal) is not None:
        return [goal.operator, str(goal.value.normalize()), goal.unit]
    return " ".join(value.split())


def _fields(model: Model) -> dict[str, Any]:
    """Return the fields that say something: a field that is left out means its default."""
    notes = _NOTES_OF_STEP if isinstance(model, Step) else ()
    return {
        name: _canonical(value)
        for name, field in type(model).model_fields.items()
        if name not in notes
        and (value := getattr(model, name)) != field.get_default(call_default_factory=True, validated_data={})
    }
