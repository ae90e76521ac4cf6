"""The command line, run inside of the tests or as a program of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from svcflow.cli.program import app

PROCESS = """\
process: lost-key
name: Replacing a lost room key
owner: front-office-manager
roles:
  guest: {name: Guest, line: customer}
  receptionist: {name: Receptionist, department: Front office, line: frontstage}
  front-office-manager: {name: Front office manager, department: Front office, line: backstage}
steps:
  - {id: report, name: Report the lost key, role: guest, next: verify}
  - {id: verify, name: Verify the guest's identity, role: receptionist, next: nowhere}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def process(folder: Path) -> Path:
    """A process with one fault: a step leads nowhere."""
    (folder / "lost-key.yaml").write_text(PROCESS, "utf-8")
    return Path("lost-key.yaml")


@pytest.fixture
def run(folder: Path) -> Callable[..., Result]:
    """Run a command line in the current folder."""

    def invoke(*arguments: object) -> Result:
        return CliRunner().invoke(app, [str(argument) for argument in arguments], prog_name="svcflow")

    return invoke


@pytest.fixture
def program(folder: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run the program as a process of its own, with bytes out."""

    def execute(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "svcflow", *map(str, arguments)],
            capture_output=True,
            check=False,
            env={**os.environ, **environment},
        )

    return execute
