"""The digest: what counts as the meaning of a process, and what changed since it was taken."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svcflow import source
from svcflow.analyzers.governance.digest import LEFT_OUT, NOTES, SECTIONS, changed_sections, digest
from svcflow.analyzers.governance.parts import PARTS
from svcflow.model import Process
from tests.strategies import process_data

TEXT = """
process: injection
name: Injection in the upper arm
roles:
  nurse: {name: Nurse}
  doctor: {name: Doctor}
calendars:
  hours: {time_zone: Europe/Berlin, hours: {mon-fri: ["08:00-12:00", "13:00-17:00"]}}
steps:
  - {id: inject, name: {en: Inject, de: Spritzen}, role: nurse, sla: 90m, work: 5m..10m, description: slowly}
kpis:
  - {id: pain, name: Pain, target: ">= 95 %", every: 12 months}
risks:
  - {what: wrong dose, likelihood: 2, impact: 4}
"""

DIGEST = (
    "v1:5ead3d5d6b30225c:head=0858d08e:sla=53fb3e56:roles=c95139d"
    "e:steps=dbcf5b0f:goals=dd046d69:risks=c44d108e:notes=38b7b41c"
)


def read(text: str) -> Process:
    return Process.model_validate(source.parse(text, "p.yaml").data)


def changed(old: str, new: str) -> tuple[str, ...] | None:
    assert old in TEXT
    return changed_sections(digest(read(TEXT)), read(TEXT.replace(old, new)))


def test_every_field_of_a_process_is_in_one_section_or_left_out() -> None:
    fields = [field for section in SECTIONS.values() for field in section] + list(LEFT_OUT)
    assert sorted(fields) == sorted(Process.model_fields)
    assert set(PARTS) == set(SECTIONS)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("name: Injection in the upper arm", "# where\nname: >-\n  Injection in the\n  upper arm"),
        ("{what: wrong dose, likelihood: 2, impact: 4}", "{impact: 4, what: wrong dose, likelihood: 2}"),
        ("sla: 90m", "sla: {completion: PT1H30M}"),
        ("5m..10m", "{max: 10m, min: 5 min}"),
        ('">= 95 %"', "≥95.0%"),
        ("12 months", "yearly"),
        (
            "  nurse: {name: Nurse}\n  doctor: {name: Doctor}",
            "  doctor: Doctor\n  nurse: {name: Nurse, kind: person}",
        ),
        ("{en: Inject, de: Spritzen}", "{de: Spritzen, en: Inject}"),
        ("mon-fri:", "'mon, tue, wed, thu-fri':"),
        ("process: injection", "process: injection\nstatus: effective\nversion: 3.0.0\nreview: yearly"),
    ],
)
def test_what_means_the_same(old: str, new: str) -> None:
    assert changed(old, new) == ()


@pytest.mark.parametrize(
    ("old", "new", "sections"),
    [
        ("90m", "2h", ("steps",)),
        ("de: Spritzen", "de: Impfen", ("steps",)),
        ("role: nurse", "role: doctor", ("steps",)),
        ("upper arm", "left arm", ("head",)),
        ("name: Doctor", "name: Physician", ("roles",)),
        ("13:00", "14:00", ("sla",)),
        (">= 95", "> 95", ("goals",)),
        ("impact: 4", "impact: 5", ("risks",)),
        ("slowly", "very slowly", (NOTES,)),
        ("kpis:", "trigger: the date\nkpis:", ("scope",)),
        ('kpis:\n  - {id: pain, name: Pain, target: ">= 95 %", every: 12 months}\n', "", ("goals",)),
    ],
)
def test_what_does_not(old: str, new: str, sections: tuple[str, ...]) -> None:
    assert changed(old, new) == sections


def test_the_digest_stays_what_it_is() -> None:
    """Signatures live for years: another digest of the same process would make all of them stale."""
    assert digest(read(TEXT)) == DIGEST


@pytest.mark.parametrize("text", ["", "v1", "v1:abc", "v0:0123:steps=1", "signed on paper", "v1:0:steps="])
def test_what_is_no_digest(text: str) -> None:
    assert changed_sections(text, read(TEXT)) is None


def test_a_digest_that_contradicts_itself_is_none() -> None:
    overall, *rest = digest(read(TEXT)).split(":")[1:]
    assert changed_sections(":".join(["v1", overall[::-1], *rest]), read(TEXT)) is None


def shuffled(data: Any, random: Any) -> Any:
    if isinstance(data, list):
        return [shuffled(item, random) for item in data]
    if isinstance(data, dict):
        items = list(data.items())
        random.shuffle(items)
        return {key: shuffled(value, random) for key, value in items}
    return data


@given(process_data(), st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_the_order_of_keys_never_counts(data: dict[str, Any], random: Any) -> None:
    once = digest(Process.model_validate(data))
    assert digest(Process.model_validate(shuffled(data, random))) == once
    assert changed_sections(once, Process.model_validate(data)) == ()


@given(process_data(), process_data())
@settings(max_examples=60)
def test_equal_digests_mean_equal_sections(one: dict[str, Any], other: dict[str, Any]) -> None:
    first, second = Process.model_validate(one), Process.model_validate(other)
    assert (digest(first) == digest(second)) == (changed_sections(digest(first), second) == ())
