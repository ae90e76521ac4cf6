"""The service examples are models to copy: nothing is found in them, however much is asked."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from svcflow.api import lint, load_process

SERVICES = Path(__file__).parents[2] / "examples" / "services"
TODAY = dt.date(2026, 11, 22)
"""The day on which the reviews of the examples are looked at; later ones will be overdue."""
PROCESSES = {
    "complaint-handling-as-is",
    "complaint-handling",
    "hospital-outpatient-visit",
    "bank-account-opening",
    "adult-education-enrolment",
    "ecommerce-return-refund",
    "one-window-government-service",
    "hotel-check-in",
    "car-repair-visit",
}


@pytest.mark.parametrize("profile", ["standard", "audit"])
def test_nothing_is_found_in_them(profile: str) -> None:
    result = lint([SERVICES], profile=profile, today=TODAY)
    assert [f"{finding.place.path}: {finding.message}" for finding in result.findings] == []
    assert result.files > len(PROCESSES)


def test_all_of_them_are_there() -> None:
    found = {load_process(path).process.process for path in (SERVICES / "processes").glob("*.yaml")}
    assert found >= PROCESSES
