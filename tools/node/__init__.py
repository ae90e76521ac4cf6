"""The programs of others that ours is compared with and checked by, from npm, pinned.

They are installed below ``build``, once. `Missing` says what this machine lacks.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["PACKAGES", "Missing", "packages", "run"]

PACKAGES = {
    "axe-core": "4.14.1",
    "bpmn-auto-layout": "1.3.0",
    "bpmn-js": "18.31.1",
    "bpmn-moddle": "9.0.4",
    "bpmnlint": "11.15.0",
    "mermaid": "12.3.0",
}
"""Name and version of each package."""
_BUILD = Path(__file__).resolve().parents[2] / "build"
_SCRIPTS = Path(__file__).parent
_MINUTES = 5


class Missing(Exception):
    """Something outside of Python that is not on this machine; the text says what."""


@cache
def packages() -> Path:
    """Return the folder that holds ``node_modules``, installed first if need be.

    Raises `Missing` where there is no Node.js or npm, and where the packages cannot be had.
    """
    npm = _program("npm")
    place = _BUILD / f"node-{hashlib.sha256(repr(PACKAGES).encode()).hexdigest()[:12]}"
    if not place.is_dir():
        _BUILD.mkdir(exist_ok=True)
        made = Path(tempfile.mkdtemp(dir=_BUILD, prefix="node."))
        names = [f"{name}@{version}" for name, version in PACKAGES.items()]
        quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error", "--fetch-retries=1"]
        _started([npm, "install", "--prefix", str(made), *quiet, *names])
        try:
            made.rename(place)
        except OSError:  # another process was faster
            shutil.rmtree(made)
    return place


def run(script: str, arguments: Sequence[str | Path]) -> Any:
    """Run one of the scripts beside this file with the packages; return what it prints, read as JSON.

    Raises `Missing` as `packages` does, and RuntimeError when the script fails.
    """
    command = [_program("node"), str(_SCRIPTS / script), str(packages()), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return json.loads(done.stdout)


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise Missing(f"there is no {name} here")
    return found


def _started(command: list[str]) -> None:
    surroundings = {**os.environ, "npm_config_update_notifier": "false"}
    try:
        subprocess.run(
            command, capture_output=True, text=True, check=True, timeout=60 * _MINUTES, env=surroundings
        )
    except subprocess.CalledProcessError as error:
        raise Missing(f"npm could not install the packages: {error.stderr.strip()}") from None
    except subprocess.TimeoutExpired:
        raise Missing("npm did not install the packages in time") from None
