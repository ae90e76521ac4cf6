"""A real browser, and packages of npm in it, for tests against code that is not ours.

The packages stand in a ``node_modules`` folder: in the checkout, or where ``SVCFLOW_NODE_MODULES`` says
(``npm install --prefix FOLDER mermaid@12.3.0``). Without them, or without Chromium, such tests are skipped.
"""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

__all__ = ["in_browser", "package_file"]

_ROOT = Path(__file__).parents[2]


def package_file(package: str, version: str, file: str) -> Path:
    """Return a file of an npm package of just this version; skips the test where there is none."""
    for folder in (os.environ.get("SVCFLOW_NODE_MODULES"), _ROOT / "node_modules"):
        found = Path(folder, package) if folder else None
        if found and (found / file).is_file():
            told = json.loads((found / "package.json").read_text("utf-8"))["version"]
            if told == version:
                return found / file
    pytest.skip(f"needs {package}@{version} of npm in SVCFLOW_NODE_MODULES")


def in_browser(script: Path, code: str, data: Any, folder: Path, *, milliseconds: int = 20000) -> Any:
    """Run JavaScript in headless Chromium and return what it gives.

    ``script`` is loaded first; ``code`` is the body of an async function of ``data`` that returns something that JSON
    can hold. ``folder`` is scratch. Skips the test without Chromium.
    """
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("needs Chromium")
    given = json.dumps(data).replace("<", "\\u003c")
    page = folder / "page.html"
    page.write_text(
        f'<meta charset=utf-8><pre id="result"></pre><script src="{script.as_uri()}"></script><script>'
        f"(async (data) => {{{code}}})({given}).catch((error) => ({{error: String(error)}}))"
        '.then((value) => { document.getElementById("result").textContent = JSON.stringify(value) })</script>',
        "utf-8",
    )
    command = [
        program, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}",
        f"--virtual-time-budget={milliseconds}", "--dump-dom", page.as_uri(),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, check=True, timeout=120)
    found = re.search(r'<pre id="result">(.*?)</pre>', done.stdout.decode(), re.DOTALL)
    if not found or not found[1]:
        pytest.fail(f"the page gave nothing: {done.stderr.decode()[-2000:]}")
    return json.loads(html.unescape(found[1]))
