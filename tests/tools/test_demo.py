"""The first command of the README does what it says."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tools import demo, setup


def test_demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(demo, "environment", lambda: Path(sys.executable))
    monkeypatch.setattr(demo, "_RESULTS", tmp_path)
    code = demo.main()
    out, err = capfd.readouterr()
    assert code == 0, out + err
    picture, document = tmp_path / "hotel-check-in.svg", tmp_path / "hotel-check-in.html"
    assert f"The picture:   {picture}" in out
    assert f"The procedure: {document}" in out
    assert picture.read_text("utf-8").rstrip().endswith("</svg>")
    assert document.read_text("utf-8").rstrip().endswith("</html>")


def test_demo_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def fail() -> Path:
        raise setup.SetupError("no venv here")

    monkeypatch.setattr(demo, "environment", fail)
    assert demo.main() == 2
    assert capfd.readouterr().err == "no venv here\n"
