"""Layout: from a diagram to geometry, without any format and without any program from outside."""

from __future__ import annotations

from svcflow.views.layout.arrange import arrange
from svcflow.views.layout.picture import Picture

__all__ = ["Picture", "arrange"]
