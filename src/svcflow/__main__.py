"""``python -m svcflow``: the same as the command ``svcflow``."""

from __future__ import annotations

from svcflow.cli import main

if __name__ == "__main__":
    main()
