"""Public holidays and moved working days of a country, year by year."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from svcflow.model.calendar import Holidays

__all__ = ["NOTHING", "Year", "is_known", "year_of"]

_LONG_AGO = 2024
"""A government that moved its last working day before this year has given up doing so."""

_NO_LONGER = frozenset({"TW"})
"""Taiwan moves no working days from 2026 on."""


class Year(NamedTuple):
    """What is special about the days of one year, as ordinals of dates."""

    holidays: frozenset[int]
    workdays: frozenset[int]
    """Days of a weekend that are working days, made up for a bridge day elsewhere."""


NOTHING = Year(frozenset(), frozenset())


@lru_cache(maxsize=256)
def year_of(country: str, subdivision: str | None, year: int) -> Year:
    """Return the holidays and make-up workdays of a year; none for a year the package ``holidays`` knows nothing of."""
    source = _source(country, subdivision)
    if not source.start_year <= year <= source.end_year:
        return NOTHING
    found = _load(country, subdivision, (year,))
    return Year(
        frozenset(day.toordinal() for day in found if day.year == year),
        frozenset(day.toordinal() for day in found.weekend_workdays if day.year == year),
    )


def is_known(holidays: Holidays, year: int) -> bool:
    """Whether the days of a year are settled: the law's for most countries, the yearly decree's where one is issued."""
    source = _source(holidays.country, holidays.subdivision)
    if not source.start_year <= year <= source.end_year:
        return False
    decreed = _decreed(source)
    if not decreed or max(decreed) < _LONG_AGO or holidays.country in _NO_LONGER:
        return True
    return year <= max(decreed)


def _decreed(source: Any) -> set[int]:
    """Return the years in which working days are moved: entries (to month, to day, from month, from day)."""
    special: dict[int, Any] = getattr(source, "special_public_holidays", {})
    return {
        year
        for year, entries in special.items()
        for entry in (entries if isinstance(entries[0], tuple) else (entries,))
        if len(entry) > 3
    }


@lru_cache(maxsize=64)
def _source(country: str, subdivision: str | None) -> Any:
    return _load(country, subdivision, ())


def _load(country: str, subdivision: str | None, years: tuple[int, ...]) -> Any:
    from holidays import country_holidays

    return country_holidays(country, subdiv=subdivision, years=years, expand=False)
