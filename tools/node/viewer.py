"""A BPMN file as bpmn-js shows it."""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from tools.node import packages
from tools.node.browser import command, shown, told

__all__ = ["opened", "screenshot"]


def opened(xml: bytes) -> dict[str, Any]:
    """Return the ``warnings`` of opening a file, and the elements ``drawn``, each with id and type.

    Raises `tools.node.Missing` where there is no browser or no bpmn-js.
    """
    with tempfile.TemporaryDirectory() as folder:
        result: dict[str, Any] | None = told(shown(_page(Path(folder), xml), Path(folder)))
    if result is None:
        raise RuntimeError("the page did not load")
    return result


def screenshot(xml: bytes, target: Path, size: tuple[int, int] = (2400, 1200)) -> None:
    """Write a picture of a file, as PNG."""
    with tempfile.TemporaryDirectory() as folder:
        options = (f"--screenshot={target.resolve()}", f"--window-size={size[0]},{size[1]}")
        words = command(Path(folder), "--virtual-time-budget=20000", *options)
        subprocess.run([*words, _page(Path(folder), xml)], capture_output=True, check=True, timeout=90)


def _page(folder: Path, xml: bytes) -> str:
    page = folder / "page.html"
    template = Path(__file__).with_name("page.html").read_text("utf-8")
    text = json.dumps(xml.decode("utf-8")).replace("</", "<\\/")
    page.write_text(template.format(packages=packages().as_uri(), xml=text), "utf-8")
    return page.as_uri()
