"""The checkout's own environment: what stands in its way is said."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from tools import setup


@pytest.fixture
def venv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / ".venv"
    monkeypatch.setattr(setup, "_VENV", folder)
    return folder


def test_a_folder_that_is_no_environment_is_left_alone(venv: Path) -> None:
    venv.mkdir()
    (venv / "precious").write_text("kept", "utf-8")
    with pytest.raises(setup.SetupError, match="is in the way: it is no virtual environment"):
        setup.environment()
    assert (venv / "precious").read_text("utf-8") == "kept"


@pytest.mark.usefixtures("venv")
@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_python_without_venv_is_told_what_to_install(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == module else found(name))
    with pytest.raises(setup.SetupError, match=f"module {module} is missing(.|\n)*apt install python3-venv"):
        setup.environment()
