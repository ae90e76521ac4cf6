"""Types: mypy, strict, finds nothing in the package, the tools and the tests."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_mypy() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "src", "tools", "tests"],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
