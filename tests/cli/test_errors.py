"""Exit codes, and what is said when something goes wrong; as a program of its own where that matters."""

from __future__ import annotations

import signal
import subprocess
import sys
import time

import pytest

from svcflow.cli.errors import guarded
from svcflow.finding import CannotDo
from svcflow.i18n import msg


def test_exit_codes(program, process):
    assert program("lint", process, "--select", "unused-role").returncode == 0
    assert program("lint", process).returncode == 1
    assert program("lint", "nope.yaml").returncode == 2


def test_findings_go_to_stdout_errors_to_stderr(program, process):
    found = program("lint", process)
    assert b"unknown-target" in found.stdout
    assert not found.stderr
    failed = program("lint", "nope.yaml")
    assert not failed.stdout
    assert failed.stderr == b"error: there is no nope.yaml\nhelp: check the spelling of the path\n"


def _broken() -> int:
    raise ZeroDivisionError("division by \x1b[31mzero")


def test_a_bug_is_one_message_without_traceback(capsys):
    assert guarded(_broken, ["lint"]) == 3
    shown = capsys.readouterr().err
    assert shown.startswith(
        r"error: svcflow itself has failed: ZeroDivisionError: division by \x1b[31mzero" + "\n"
    )
    assert "This is a bug of svcflow, not of your files." in shown
    assert "SVCFLOW_DEBUG=1" in " ".join(shown.split())
    assert "Traceback" not in shown


def test_a_bug_in_telling_of_bugs(capsys, monkeypatch):
    """An installation in which something is missing says so, too."""
    monkeypatch.setitem(sys.modules, "svcflow.api", None)
    assert guarded(_broken, ["lint"]) == 3
    shown = capsys.readouterr().err
    assert shown.startswith("error: svcflow itself has failed: ZeroDivisionError: ")
    assert "Traceback" not in shown


@pytest.mark.parametrize("how", ["option", "environment"])
def test_a_bug_with_traceback(capsys, monkeypatch, how):
    if how == "environment":
        monkeypatch.setenv("SVCFLOW_DEBUG", "1")
    assert guarded(_broken, ["--debug", "lint"] if how == "option" else ["lint"]) == 3
    assert "Traceback (most recent call last)" in capsys.readouterr().err


def test_what_could_not_be_done(capsys):
    def fail() -> int:
        raise CannotDo(msg("there is no {path}", path="x"))

    assert guarded(fail, []) == 2
    assert capsys.readouterr().err == "error: there is no x\n"


def test_colour_of_errors(run, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert run("lint", "nope.yaml").stderr.startswith("\x1b[1;31merror: \x1b[0m")
    assert run("lint", "nope.yaml", "--no-color").stderr.startswith("error: ")
    monkeypatch.setenv("NO_COLOR", "1")
    assert run("lint", "nope.yaml").stderr.startswith("error: ")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_a_reader_who_stops_reading(folder, process):
    command = [sys.executable, "-m", "svcflow", "rules"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait() == 141


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_interrupted(folder):
    """Ctrl-C ends the program without a word."""
    code = (
        "import time, svcflow.cli.commands.rules as rules\n"
        "def run() -> None:\n    print('ready', flush=True)\n    time.sleep(30)\n"
        "rules.run = run\n"
        "from svcflow.cli import main\nimport sys\nsys.argv = ['svcflow', 'rules']\nmain()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout
        assert running.stderr
        assert running.stdout.readline().strip() == b"ready"
        time.sleep(0.1)
        running.send_signal(signal.SIGINT)
        assert running.wait(20) == 130
        assert running.stderr.read() == b""
