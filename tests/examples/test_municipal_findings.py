"""What is found in the transcribed municipal services is recorded beside them, and the record is true."""

from __future__ import annotations

from tools.examples import MUNICIPAL, found, recorded


def test_the_record_says_what_is_found() -> None:
    assert found(MUNICIPAL) == recorded(MUNICIPAL)


def test_both_services_have_findings() -> None:
    assert set(recorded(MUNICIPAL)) >= {
        "processes/public-grievance-redressal.yaml",
        "processes/trade-licence.yaml",
    }
