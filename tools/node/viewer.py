"""A BPMN file as bpmn-js shows it, in a browser without a window."""

from __future__ import annotations

import html
import json
import re
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from tools.node import chromium, packages

__all__ = ["opened", "screenshot"]

_RESULT = re.compile(r'<pre id="result">(.+?)</pre>', re.DOTALL)
_SECONDS = 90


def opened(xml: bytes) -> dict[str, Any]:
    """Return the ``warnings`` of opening a file, and the elements ``drawn``, each with id and type.

    Raises `tools.node.Missing` where there is no browser or no bpmn-js.
    """
    with tempfile.TemporaryDirectory() as folder:
        shown = _browse(Path(folder), xml, ["--dump-dom"])
    found = _RESULT.search(shown)
    if found is None:
        raise RuntimeError("the page did not load")
    result: dict[str, Any] = json.loads(html.unescape(found[1]))
    return result


def screenshot(xml: bytes, target: Path, size: tuple[int, int] = (2400, 1200)) -> None:
    """Write a picture of a file, as PNG."""
    with tempfile.TemporaryDirectory() as folder:
        wide, high = size
        _browse(Path(folder), xml, [f"--screenshot={target.resolve()}", f"--window-size={wide},{high}"])


def _browse(folder: Path, xml: bytes, options: list[str]) -> str:
    page = folder / "page.html"
    template = Path(__file__).with_name("page.html").read_text("utf-8")
    text = json.dumps(xml.decode("utf-8")).replace("</", "<\\/")
    page.write_text(template.format(packages=packages().as_uri(), xml=text), "utf-8")
    usual = ["--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"]
    command = [
        chromium(), *usual, f"--user-data-dir={folder}/profile", "--virtual-time-budget=20000", *options,
        page.as_uri(),
    ]  # fmt: skip
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", check=True, timeout=_SECONDS
    ).stdout
