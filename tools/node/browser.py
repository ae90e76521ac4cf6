"""A browser without a window, and what scripts find out in it."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

from tools.node import Missing

__all__ = ["chromium", "command", "shown", "told"]

_TOLD = re.compile(r'<pre id="told">(.+?)</pre>', re.DOTALL)
_SECONDS = 180


def chromium() -> str:
    """Return the browser. Raises `Missing` where there is none."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    raise Missing("there is no Chromium here")


def command(folder: Path, *options: str) -> list[str]:
    """Return what starts the browser, with a profile of its own in a scratch folder; addresses go behind it.

    Raises `Missing` as `chromium` does.
    """
    usual = ["--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"]
    return [chromium(), *usual, f"--user-data-dir={folder / 'profile'}", *options]


def shown(address: str, folder: Path, *options: str, milliseconds: int = 20_000) -> str:
    """Return a page as it is after its scripts have run for so many milliseconds of the browser's own time.

    ``folder`` is scratch. Raises `Missing` as `chromium` does.
    """
    time = f"--virtual-time-budget={milliseconds}"
    words = [*command(folder, time, "--dump-dom", *options), address]
    done = subprocess.run(words, capture_output=True, check=True, timeout=_SECONDS)
    return done.stdout.decode()


def told(page: str) -> Any:
    """Return what a script wrote into a page as JSON, in a ``pre`` with the id ``told``; None where it did not."""
    found = _TOLD.search(page)
    return json.loads(html.unescape(found[1])) if found else None
