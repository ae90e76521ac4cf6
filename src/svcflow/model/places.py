"""Time zones and countries: which there are, and which was probably meant."""

from __future__ import annotations

from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

from svcflow.model.base import bad

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue

__all__ = ["COUNTRIES", "Country", "TimeZone", "check_subdivision"]

# All of ISO 3166-1, and Kosovo: the countries that the package "holidays" knows. Listed here, since to import the
# package takes longer than to check a file.
_CODES = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY
BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK
FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR
IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK
ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM
PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF
TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
"""
COUNTRIES = frozenset(_CODES.split())
"""The countries whose holidays are known, by their ISO 3166-1 codes."""

_ZONE_PATTERN = "^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){0,2}$"
_CAPITALS = {
    "Asia/Shanghai": (
        "beijing",
        "peking",
        "china",
        "shenzhen",
        "guangzhou",
        "utc+8",
        "gmt+8",
        "utc+08:00",
        "+08:00",
    ),
    "Asia/Taipei": ("taiwan", "kaohsiung"),
    "Asia/Hong_Kong": ("hongkong", "hong kong"),
    "Asia/Kolkata": ("delhi", "new_delhi", "new delhi", "mumbai", "bangalore", "ist"),
    "Europe/Berlin": ("munich", "frankfurt", "hamburg", "cologne", "cet"),
    "America/New_York": ("washington", "boston", "est", "edt", "eastern"),
    "America/Los_Angeles": ("san_francisco", "san francisco", "seattle", "pst", "pdt", "pacific"),
}
"""Places that people look for and that give no time zone its name."""


def _zone(name: str) -> str:
    if name == "UTC" or name in _zones():
        return name
    near = _nearest_zone(name)
    if near:
        raise bad("time-zone", "there is no time zone '{value}'; did you mean {near}?", value=name, near=near)
    raise bad(
        "time-zone",
        "there is no time zone '{value}'; zones are named after a continent and a city, such as Asia/Shanghai",
        value=name,
    )


@lru_cache(maxsize=1)
def _zones() -> frozenset[str]:
    """Return the names of all time zones: the same ones on every machine, with capitals as they are."""
    from importlib.resources import files

    try:
        return frozenset((files("tzdata") / "zones").read_text("utf-8").split())
    except (ImportError, OSError):
        import zoneinfo

        return frozenset(zoneinfo.available_timezones())


def _nearest_zone(name: str) -> str | None:
    wanted = name.lower()
    city = wanted.rpartition("/")[2].replace(" ", "_")
    for zone, places in _CAPITALS.items():
        if wanted in places or city in places:
            return zone
    by_name = {zone.lower(): zone for zone in _zones()}
    by_city = {zone.rpartition("/")[2]: full for zone, full in by_name.items() if "/" in zone}
    found = by_name.get(wanted) or by_city.get(city)
    near = get_close_matches(wanted, by_name, 1, 0.6) or get_close_matches(city, by_city, 1, 0.7)
    return found or (by_name.get(near[0]) or by_city[near[0]] if near else None)


def _country(code: str) -> str:
    if code not in COUNTRIES:
        raise bad(
            "country",
            "'{value}' is no country code of two letters (ISO 3166-1); did you mean {near}?",
            value=code,
            near=_nearest_country(code),
        )
    return code


def _nearest_country(value: str) -> str:
    if value.upper() in COUNTRIES:
        return value.upper()
    chinese = {
        "中国": "CN",
        "中國": "CN",
        "台湾": "TW",
        "台灣": "TW",
        "臺灣": "TW",
        "香港": "HK",
        "澳门": "MO",
        "澳門": "MO",
    }
    if value in chinese:
        return chinese[value]
    from holidays.registry import COUNTRIES as NAMES

    codes = {name.replace("_", " "): entry[1] for name, entry in NAMES.items()}
    codes.update({entry[2].lower(): entry[1] for entry in NAMES.values() if len(entry) > 2})
    near = get_close_matches(value.lower(), codes, 1, 0.6)
    return codes[near[0]] if near else "CN"


def check_subdivision(country: str, name: str) -> None:
    """Raise an error in the user's words when a country has no part of that name whose holidays are known."""
    from holidays import country_holidays

    known = country_holidays(country)
    parts = {part.lower(): part for part in (*known.subdivisions, *known.subdivisions_aliases)}
    if name in parts.values():
        return
    if not parts:
        raise bad(
            "subdivision",
            "the holidays of {country} are the same everywhere; leave subdivision out",
            country=country,
        )
    near = [parts[part] for part in get_close_matches(name.lower(), parts, 3, 0.4) or list(parts)[:3]]
    raise bad(
        "subdivision",
        "{country} has no part '{value}'; did you mean one of {near}?",
        country=country,
        value=name,
        near=", ".join(near),
    )


class _ZoneType:
    """Pydantic's view of `TimeZone`."""

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(_zone, core_schema.str_schema())

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: core_schema.CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {
            "type": "string",
            "pattern": _ZONE_PATTERN,
            "description": "A time zone of the IANA data base, named after a continent and a city.",
            "examples": ["Asia/Shanghai", "Asia/Taipei", "Europe/Berlin", "UTC"],
        }


class _CountryType:
    """Pydantic's view of `Country`."""

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(_country, core_schema.str_schema())

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: core_schema.CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {
            "type": "string",
            "enum": sorted(COUNTRIES),
            "description": "A country's code, ISO 3166-1: CN, TW, DE.",
        }


TimeZone = Annotated[str, _ZoneType]
"""The name of a time zone: ``Asia/Shanghai``."""

Country = Annotated[str, _CountryType]
"""A country's code of two letters: ``CN``."""
