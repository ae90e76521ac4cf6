"""Colours of a terminal, as the reports use them; nothing at all where colour is off."""

from __future__ import annotations

from svcflow.finding import Severity

__all__ = ["Style"]

_SEVERITY = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}


class Style:
    """Paints texts; ``color`` off returns them as they are."""

    def __init__(self, color: bool) -> None:
        self.color = color

    def _paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.color and text else text

    def severity(self, text: str, severity: Severity) -> str:
        """Paint a text in the colour of a severity."""
        return self._paint(text, _SEVERITY[severity])

    def strong(self, text: str) -> str:
        """Paint what a reader should see first."""
        return self._paint(text, "1")

    def heading(self, text: str) -> str:
        """Paint a heading."""
        return self._paint(text, "1;4")

    def margin(self, text: str) -> str:
        """Paint line numbers, bars and arrows."""
        return self._paint(text, "1;94")

    def faint(self, text: str) -> str:
        """Paint what may be overlooked."""
        return self._paint(text, "2")

    def good(self, text: str) -> str:
        """Paint good news."""
        return self._paint(text, "1;32")
