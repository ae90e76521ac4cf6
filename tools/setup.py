"""A virtual environment in the checkout, made and kept fit by the scripts that need one; standard library only."""

from __future__ import annotations

import hashlib
import importlib.util
import subprocess
import sys
from pathlib import Path
from venv import EnvBuilder

__all__ = ["ROOT", "SetupError", "environment"]

ROOT = Path(__file__).resolve().parents[1]
_VENV = ROOT / ".venv"
_CONSTRAINTS = ROOT / "constraints.txt"

_NO_VENV = """\
This Python ({python}) cannot make virtual environments: its module {module} is missing.
On Debian and Ubuntu it is a package of its own:  sudo apt install python3-venv
Then run this command again."""

_NO_INSTALL = """\
The packages could not be installed; pip says why above.
A connection to a package index, or a pip configuration that names one, is needed the first time."""

_NOT_OURS = "{folder} is in the way: it is no virtual environment. Move it, then run this command again."


class SetupError(Exception):
    """The environment could not be made; the text says what to do."""


def environment(extra: str = "") -> Path:
    """Return the Python of the checkout's ``.venv``, with svcflow installed in it from the checkout.

    What is there and up to date is used as it is. ``extra`` names a set of optional dependencies.
    Raises SetupError when the environment cannot be made.
    """
    python = _VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not _runs(python):
        _create()
    wanted = _fingerprint(python)
    # The plain packages are part of every extra.
    stamp = _VENV / f"svcflow-setup-{extra or 'plain'}"
    if not any(_says(file, wanted) for file in (stamp, _VENV / "svcflow-setup-dev")):
        _install(python, extra)
        stamp.write_text(wanted, "utf-8")
    return python


def _says(stamp: Path, wanted: str) -> bool:
    return stamp.exists() and stamp.read_text("utf-8") == wanted


def _runs(python: Path) -> bool:
    """Whether a Python that is new enough, and its pip, answer."""
    test = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    try:
        answer = subprocess.run([python, "-c", test], capture_output=True, check=False)
    except OSError:
        return False
    return answer.returncode == 0


def _create() -> None:
    for module in ("venv", "ensurepip"):
        if importlib.util.find_spec(module) is None:
            raise SetupError(_NO_VENV.format(python=sys.executable, module=module))
    if _VENV.exists() and not (_VENV / "pyvenv.cfg").exists():
        raise SetupError(_NOT_OURS.format(folder=_VENV))
    print(f"Making a virtual environment in {_VENV}", flush=True)
    try:
        EnvBuilder(clear=True, with_pip=True, symlinks=sys.platform != "win32").create(_VENV)
    except (OSError, subprocess.CalledProcessError) as error:
        raise SetupError(f"The virtual environment could not be made: {error}") from error


def _install(python: Path, extra: str) -> None:
    what = f"{ROOT}[{extra}]" if extra else str(ROOT)
    print("Installing svcflow and what it needs, for a minute or so …", flush=True)
    command: list[str | Path] = [python, "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    done = subprocess.run([*command, "-c", _CONSTRAINTS, "-e", what], cwd=ROOT, check=False)
    if done.returncode != 0:
        raise SetupError(_NO_INSTALL)


def _fingerprint(python: Path) -> str:
    """What the installation depends on: where it is, by which Python, and what was asked for."""
    parts = [str(python).encode(), (_VENV / "pyvenv.cfg").read_bytes()]
    parts += [file.read_bytes() for file in (ROOT / "pyproject.toml", _CONSTRAINTS)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()
