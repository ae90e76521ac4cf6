"""How long the work itself takes: one time, a range, or how it is distributed."""

from __future__ import annotations

import re
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Self

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler, model_validator
from pydantic_core import core_schema

from svcflow.model.base import Model, bad
from svcflow.model.duration import LONGEST, Duration, written
from svcflow.model.notation import FIRST, LAST, pattern

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue

__all__ = ["HandsOn", "Shape", "Work"]

_BETWEEN = "[ \u3000]*(?:\\.\\.|…|-|–|—|~|～|至|到| to )[ \u3000]*"
_RANGE = re.compile(f"(?P<min>.*?[^ \u3000]){_BETWEEN}(?P<max>{FIRST}.*)")


class Shape(StrEnum):
    """How the times of many cases spread."""

    CONSTANT = "constant"
    """Always the same time."""
    UNIFORM = "uniform"
    """Any time between min and max, all alike."""
    PERT = "pert"
    """Mostly near the likely time; the usual choice for min, likely, max."""
    TRIANGULAR = "triangular"
    """Like pert, with more weight on the extremes."""
    NORMAL = "normal"
    """Symmetric around the mean."""
    LOGNORMAL = "lognormal"
    """Never below zero and with a long tail, as service times are; the usual choice for mean and sd."""


def _working(time: Duration) -> Duration:
    if time.days:
        raise bad(
            "work",
            "'{value}': nobody works around the clock; write {days}bd for working days, or hours",
            value=str(time),
            days=time.days,
        )
    return time


_UNITS = ("bd", "h", "m", "s")

if TYPE_CHECKING:
    HandsOn = Duration
else:

    class HandsOn:
        """A time of work: a `Duration` without calendar days, since nobody works around the clock."""

        @classmethod
        def __get_pydantic_core_schema__(
            cls, _source: Any, handler: GetCoreSchemaHandler
        ) -> core_schema.CoreSchema:
            """Return the Pydantic type: what is read is a plain `Duration`."""
            return core_schema.no_info_after_validator_function(
                _working, handler.generate_schema(Duration), ref="svcflow.HandsOn"
            )

        @classmethod
        def __get_pydantic_json_schema__(
            cls, _schema: core_schema.CoreSchema, _handler: GetJsonSchemaHandler
        ) -> JsonSchemaValue:
            """Return the JSON Schema of a text."""
            return {
                **written(_UNITS),
                "description": "Hands-on time: 90s, 15m, 2h, 1h30m, 0.5bd (working days), 30分钟.",
                "examples": ["15m", "1h30m", "0.5bd"],
            }


class Work(Model):
    """Hands-on time: `45m`, a range `30m..1h`, or a distribution: `{min, likely, max}` or `{mean, sd}`."""

    min: HandsOn | None = None
    """The shortest time, e.g. `4m`."""
    likely: HandsOn | None = None
    """The most frequent time, e.g. `6m`."""
    max: HandsOn | None = None
    """The longest time, e.g. `15m`."""
    mean: HandsOn | None = None
    """The average time, e.g. `10m`; goes with `sd`."""
    sd: HandsOn | None = None
    """The standard deviation, e.g. `3m`: about two thirds of the cases lie within this distance of the mean."""
    shape: Shape | None = Field(default=None)
    """How the times spread; left out, it follows from what is given: `pert`, `uniform`, `lognormal` or `constant`."""

    @model_validator(mode="before")
    @classmethod
    def _expand_shorthand(cls, value: Any) -> Any:
        if isinstance(value, (dict, cls)):
            return value
        found = _RANGE.fullmatch(value) if isinstance(value, str) and len(value) <= 2 * LONGEST else None
        return found.groupdict() if found else {"likely": value}

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self._given not in _SHAPES:
            raise bad(
                "work",
                "hands-on time is one time (45m), a range (30m..1h), min with likely and max, or mean with sd; "
                "this is none of them",
            )
        if self.shape and self.shape not in _SHAPES[self._given]:
            raise bad(
                "work",
                "the shape {shape} does not fit the times given; they make {fitting}",
                shape=str(self.shape),
                fitting=" / ".join(_SHAPES[self._given]),
            )
        self._check_order()
        return self

    @property
    def _given(self) -> frozenset[str]:
        return frozenset(name for name in _TIMES if getattr(self, name) is not None)

    def _check_order(self) -> None:
        steps = [
            (name, time) for name in ("min", "likely", "max") if (time := getattr(self, name)) is not None
        ]
        for (lower, low), (upper, high) in pairwise(steps):
            if low.seconds >= high.seconds and low.business_days >= high.business_days and low != high:
                raise bad(
                    "work",
                    "the {lower} time {low} is longer than the {upper} time {high}",
                    lower=lower,
                    low=str(low),
                    upper=upper,
                    high=str(high),
                )

    @property
    def spread(self) -> Shape:
        """The shape that holds: as given, or what follows from the times given."""
        return self.shape or _SHAPES[self._given][0]

    @property
    def low(self) -> Duration:
        """The shortest time to reckon with: min, or the mean less two standard deviations, never below zero."""
        return self._within(-2) if self.min is None else self.min

    @property
    def high(self) -> Duration:
        """The longest time to reckon with: max, or the mean and two standard deviations."""
        return self._within(2) if self.max is None else self.max

    @property
    def expected(self) -> Duration:
        """The mean, rounded to a second.

        PERT: (min + 4·likely + max) / 6 (Malcolm, Roseboom, Clark and Fazar, "Application of a Technique for Research
        and Development Program Evaluation", Operations Research 7, 1959). Triangular: (min + likely + max) / 3.
        Uniform: (min + max) / 2. Else the mean or the one time given.
        """
        if self.min is None or self.max is None:
            return self._centre
        if self.likely is None:
            return _mean((self.min, 1), (self.max, 1))
        return _mean((self.min, 1), (self.likely, 4 if self.spread is Shape.PERT else 1), (self.max, 1))

    @property
    def _centre(self) -> Duration:
        return self.mean if self.mean is not None else self.likely or Duration()

    def _within(self, deviations: int) -> Duration:
        if self.sd is None:
            return self._centre
        return Duration(
            seconds=max(0, self._centre.seconds + deviations * self.sd.seconds),
            business_days=max(Fraction(0), self._centre.business_days + deviations * self.sd.business_days),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        full = super().__get_pydantic_json_schema__(schema, handler)
        whole = handler.resolve_ref_schema(full)
        mapping = {**whole, "anyOf": _combinations()}
        whole.clear()
        whole["description"] = mapping.pop("description")
        whole["anyOf"] = [mapping["properties"]["likely"]["anyOf"][0], _range(), mapping]
        return full


def _range() -> JsonSchemaValue:
    return {
        "type": "string",
        "maxLength": 2 * LONGEST,
        "pattern": f"^{pattern(_UNITS)}{_BETWEEN}{pattern(_UNITS)}$",
        "allOf": [{"pattern": f"^{FIRST}.*{LAST}{_BETWEEN}{FIRST}.*{LAST}$"}],
        "description": "From the shortest to the longest time: 30m..1h.",
        "examples": ["30m..1h"],
    }


_SHAPES: dict[frozenset[str], tuple[Shape, ...]] = {
    frozenset({"likely"}): (Shape.CONSTANT,),
    frozenset({"mean"}): (Shape.CONSTANT,),
    frozenset({"min", "max"}): (Shape.UNIFORM,),
    frozenset({"min", "likely", "max"}): (Shape.PERT, Shape.TRIANGULAR),
    frozenset({"mean", "sd"}): (Shape.LOGNORMAL, Shape.NORMAL),
}
"""The shapes that fit each combination of times; the first is taken where none is named."""

_TIMES = ("min", "likely", "max", "mean", "sd")


def _combinations() -> list[JsonSchemaValue]:
    """Return the JSON Schemas of the combinations of times."""
    return [
        {
            "required": [name for name in _TIMES if name in given],
            "propertyNames": {"enum": [*(name for name in _TIMES if name in given), "shape"]},
            "properties": {"shape": {"enum": list(shapes)}},
        }
        for given, shapes in _SHAPES.items()
    ]


def _mean(*weighted: tuple[Duration, int]) -> Duration:
    total = sum(weight for _, weight in weighted)
    seconds = round(sum(time.seconds * weight for time, weight in weighted) / total)
    if not any(time.business_days for time, _ in weighted):
        return Duration(seconds)
    return Duration(
        seconds,
        business_days=sum((time.business_days * weight for time, weight in weighted), Fraction(0)) / total,
    )
