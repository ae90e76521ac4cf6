"""Clocks on the wall: between the time a place reads off its clocks and the seconds that pass.

An instant is a whole number of seconds since 1970 in UTC, a wall time one since 1970 as the clocks of the place show
it. Where clocks are put back, an hour is shown twice; where they are put forward, one is never shown. Both functions
below never decrease, and that is what keeps promises in order on such days.
"""

from __future__ import annotations

import datetime as dt

__all__ = ["DAY", "Zone", "instant", "moment"]

DAY = 86400
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_WALL_EPOCH = dt.datetime(1970, 1, 1)  # noqa: DTZ001 - wall times have no zone
_SECOND = dt.timedelta(seconds=1)


def instant(when: dt.datetime) -> int:
    """Return a moment as whole seconds; fractions of a second are dropped. A moment without a zone is none."""
    if when.utcoffset() is None:
        raise ValueError(f"{when} names no time zone, so that it can be any of several instants")
    return (when - _EPOCH) // _SECOND


def moment(seconds: int) -> dt.datetime:
    """Return an instant as a moment in UTC."""
    return _EPOCH + dt.timedelta(seconds=seconds)


class Zone:
    """The clocks of one place. The rules of a place other than UTC are read when it is made."""

    def __init__(self, name: str = "UTC") -> None:
        self.tzinfo: dt.tzinfo = dt.UTC
        if name != "UTC":
            from zoneinfo import ZoneInfo

            self.tzinfo = ZoneInfo(name)

    def offset(self, seconds: int) -> int:
        """Return how many seconds the clocks are ahead of UTC at an instant."""
        return self._offset_of(moment(seconds).astimezone(self.tzinfo))

    def first(self, wall: int) -> int:
        """Return the first instant at which the clocks show a wall time, or a later one for the first time."""
        if self.tzinfo is dt.UTC:
            return wall
        shown = (_WALL_EPOCH + dt.timedelta(seconds=wall)).replace(tzinfo=self.tzinfo)
        before, after = self._offset_of(shown), self._offset_of(shown.replace(fold=1))
        if before >= after:
            return wall - before
        return self._change(wall - after, wall - before)

    def reached(self, seconds: int) -> int:
        """Return the latest wall time that the clocks have shown up to an instant.

        In an hour that is shown for the second time that is the end of this hour.
        """
        if self.tzinfo is dt.UTC:
            return seconds
        shown = moment(seconds).astimezone(self.tzinfo)
        after = self._offset_of(shown)
        if not shown.fold:
            return seconds + after
        before = self._offset_of(shown.replace(fold=0))
        return self._change(seconds - (before - after), seconds) + before

    def _change(self, before: int, after: int) -> int:
        """Return the instant between two at which the clocks are put forward or back."""
        offset = self.offset(after)
        while after - before > 1:
            middle = (before + after) // 2
            if self.offset(middle) == offset:
                after = middle
            else:
                before = middle
        return after

    @staticmethod
    def _offset_of(shown: dt.datetime) -> int:
        offset = shown.utcoffset()
        assert offset is not None
        return offset // _SECOND
