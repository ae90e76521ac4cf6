"""A real browser, and packages of npm in it, for tests against code that is not ours.

`tools.node` installs the packages. Without them, or without Chromium, such tests are skipped.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tools.node import PACKAGES, Missing, packages
from tools.node.browser import shown, told

__all__ = ["in_browser", "package_file", "page_result"]


def package_file(package: str, version: str, file: str) -> Path:
    """Return a file of an npm package of just this version, one of `PACKAGES`; skips the test where there is none."""
    if PACKAGES.get(package) != version:
        pytest.fail(f"{package}@{version} is not among the packages of tools.node")
    try:
        return packages() / "node_modules" / package / file
    except Missing as missing:
        pytest.skip(str(missing))


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
    asked = (
        f"<script>(async () => {{{code}}})().catch((error) => ({{error: String(error)}})).then((value) => {{"
        'const told = document.createElement("pre"); told.id = "told";'
        "told.textContent = JSON.stringify(value); document.body.append(told) })</script></body>"
    )
    file = folder / "page.html"
    file.write_text(asked.join(page.rsplit("</body>", 1)), "utf-8")
    try:
        seen = shown(file.as_uri(), folder, "--window-size=1280,800", milliseconds=milliseconds)
    except Missing as missing:
        pytest.skip(str(missing))
    answer = told(seen)
    if answer is None and must_answer:
        pytest.fail(f"the page gave nothing: {seen[-2000:]}")
    return answer
