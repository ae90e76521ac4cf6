"""svcflow: service processes written once, as YAML; checked, drawn and published from there.

The use cases are in :mod:`svcflow.api`. This module imports nothing, so that ``import svcflow`` and the
command line's ``--help`` and ``--version`` stay fast.
"""

from __future__ import annotations

__all__ = ["__version__"]

__version__ = "0.1.0"
