"""Run every check of svcflow: ``python3 tools/check.py``. It sets up all it needs in ``.venv``.

Tests, types, style, import contracts and generated files are all tests of one pytest run; what stands after the
command goes to pytest: ``python3 tools/check.py -k calendar``.
"""
# No import from the future here: a Python too old for it must still come to the sentence below.

import subprocess
import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 -- exactly those who run an older one have to be told
    sys.exit(
        "svcflow needs Python 3.11 or newer; this is Python %d.%d (%s)."
        % (*sys.version_info[:2], sys.executable)
    )

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools.setup import ROOT, SetupError, environment


def main(arguments: list[str]) -> int:
    """Run pytest with all processors in the checkout's own environment; return its exit code."""
    try:
        python = environment("dev")
    except SetupError as error:
        print(error, file=sys.stderr)
        return 2
    return subprocess.run(
        [python, "-m", "pytest", "-n", "auto", *arguments], cwd=ROOT, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
