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

__all__ = ["in_browser", "package_file", "page_result"]

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
    given = json.dumps(data).replace("<", "\\u003c")
    page = f'<meta charset=utf-8><body><script src="{script.as_uri()}"></script></body>'
    return page_result(page, f"const data = {given};{code}", folder, milliseconds=milliseconds)


def page_result(
    page: str, code: str, folder: Path, *, milliseconds: int = 20000, must_answer: bool = True
) -> Any:
    """Run JavaScript in a page in headless Chromium and return what it gives.

    ``page`` is HTML with a body; ``code`` is the body of an async function. None where nothing may run, unless the page
    ``must_answer``. ``folder`` is scratch. Skips the test without Chromium.
    """
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("needs Chromium")
    asked = (
        f"<script>(async () => {{{code}}})().catch((error) => ({{error: String(error)}})).then((value) => {{"
        'const told = document.createElement("pre"); told.id = "told-to-the-test";'
        "told.textContent = JSON.stringify(value); document.body.append(told) })</script></body>"
    )
    file = folder / "page.html"
    file.write_text(asked.join(page.rsplit("</body>", 1)), "utf-8")
    command = [
        program, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}",
        "--window-size=1280,800", f"--virtual-time-budget={milliseconds}", "--dump-dom", file.as_uri(),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, check=True, timeout=120)
    found = re.search(r'<pre id="told-to-the-test">(.*?)</pre>', done.stdout.decode(), re.DOTALL)
    if not found or not found[1]:
        if not must_answer:
            return None
        pytest.fail(f"the page gave nothing: {done.stderr.decode()[-2000:]}")
    return json.loads(html.unescape(found[1]))
