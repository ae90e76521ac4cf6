"""Layout: from a diagram to geometry, without any format and without any program from outside."""

from __future__ import annotations

from svcflow.views.layout.arrange import arrange
from svcflow.views.layout.fold import can_fold, fold
from svcflow.views.layout.picture import Picture
from svcflow.views.layout.sheets import sheets

__all__ = ["Picture", "arrange", "can_fold", "fold", "sheets"]
