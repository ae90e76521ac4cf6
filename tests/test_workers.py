"""Each program here is run as one of its own, and ended after a while: no test can wait for ever."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from svcflow.workers import side_by_side

T = TypeVar("T")
LONG = 60
"""Seconds; far more than any of these programs takes."""
WAYS = ["spawn", *(["fork"] if sys.platform == "linux" else [])]

PROGRAM = """
import os, signal, sys, time
from pathlib import Path
from svcflow.workers import side_by_side

FIRST = os.environ.setdefault("FIRST", str(os.getpid())) == str(os.getpid())

def square(number):
    return number * number

def dies(number):
    if number % 7 == 3 and not FIRST:
        os._exit(1)
    return number * number

def is_killed(number):
    if not FIRST:
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    return b"x" * 1_000_000

def fails(number):
    if number == 3:
        raise LookupError(f"{number} in {'the first' if FIRST else 'another'}")
    return number

def cannot_travel(number):
    return (lambda: number) if number else number

def waits(number):
    Path(f"{os.getpid()}.worker").touch()
    time.sleep(1)

if __name__ == "__main__":
    way, name, count = sys.argv[1:]
    for made in side_by_side(globals()[name], range(int(count)), 3, way):
        print(made if not callable(made) and not isinstance(made, bytes) else "something", flush=True)
"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    file = tmp_path / "program.py"
    file.write_text(PROGRAM, "utf-8")
    return file


def said(program: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(program), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=LONG, check=False)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", ["square", "dies"])
def test_nothing_is_lost_and_all_comes_in_order(program: Path, way: str, name: str) -> None:
    done = said(program, way, name, 40)
    assert done.stdout.split() == [str(number * number) for number in range(40)]
    assert done.returncode == 0
    assert not done.stderr


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", ["is_killed", "cannot_travel"])
def test_where_no_other_can_do_it_it_is_done_here(program: Path, way: str, name: str) -> None:
    done = said(program, way, name, 12)
    assert (len(done.stdout.split()), done.returncode, done.stderr) == (12, 0, "")


@pytest.mark.parametrize("way", WAYS)
def test_an_error_is_raised_here_in_its_turn(program: Path, way: str) -> None:
    done = said(program, way, "fails", 12)
    assert done.stdout.split() == ["0", "1", "2"]
    assert done.stderr.splitlines()[-1] == "LookupError: 3 in the first"


@pytest.mark.parametrize("way", WAYS)
def test_whose_main_module_cannot_be_imported_does_all_alone(program: Path, way: str) -> None:
    program.write_text(PROGRAM.replace("def square", "assert FIRST\ndef square"), "utf-8")
    assert said(program, way, "square", 5).stdout.split() == ["0", "1", "4", "9", "16"]


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C cannot be sent to one program there")
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("signal_", [signal.SIGINT, signal.SIGTERM])
def test_who_is_interrupted_leaves_no_processes(program: Path, way: str, signal_: signal.Signals) -> None:
    command = [sys.executable, str(program), way, "waits", "90"]
    with subprocess.Popen(command, cwd=program.parent, stderr=subprocess.DEVNULL) as running:
        try:
            workers = eventually(lambda: found if len(found := began(program.parent)) == 3 else None)
            running.send_signal(signal_)
            assert running.wait(LONG) != 0
        finally:
            running.kill()
    assert eventually(lambda: not any(map(alive, workers)))


def began(folder: Path) -> list[int]:
    return [int(file.stem) for file in folder.glob("*.worker")]


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not state.exists() or state.read_text("utf-8").rpartition(")")[2].split()[0] != "Z"


def eventually(asked: Callable[[], T]) -> T:
    end = time.monotonic() + LONG
    while not (found := asked()):
        assert time.monotonic() < end
        time.sleep(0.05)
    return found


def test_one_job_or_one_task_needs_no_other_process() -> None:
    here = os.getpid()
    assert list(side_by_side(lambda _: os.getpid(), [1, 2], 1)) == [here, here]
    assert list(side_by_side(lambda _: os.getpid(), [1], 2)) == [here]
    assert list(side_by_side(lambda _: os.getpid(), [], 2)) == []


@pytest.mark.skipif(sys.platform != "linux", reason="no copies elsewhere")
def test_a_copy_can_do_what_cannot_be_pickled() -> None:
    assert list(side_by_side(lambda number: number + 1, range(5), 2, "fork")) == [1, 2, 3, 4, 5]


def test_closing_ends_the_others() -> None:
    from multiprocessing import active_children

    working = side_by_side(abs, range(-9, 0), 2)
    assert next(working) == 9
    mine = active_children()
    assert mine
    working.close()  # type: ignore[attr-defined]
    assert not any(child.is_alive() for child in mine)
