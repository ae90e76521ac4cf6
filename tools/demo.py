"""See svcflow at work: ``python3 tools/demo.py``. It sets up all it needs in ``.venv``.

It checks the processes of ``examples/services``, draws one of them and publishes its operating procedure.
"""
# No import from the future here: a Python too old for it must still come to the sentence below.

import os
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

_SERVICES = Path("examples", "services")
_PROCESS = "hotel-check-in.yaml"
_RESULTS = Path("build", "demo")


def main() -> int:
    """Lint the example services, draw a picture, write a document, and say where they are."""
    try:
        python = environment()
    except SetupError as error:
        print(error, file=sys.stderr)
        return 2
    process = str(next((ROOT / _SERVICES).rglob(_PROCESS)).relative_to(ROOT))
    picture, document = str(_RESULTS / "hotel-check-in.svg"), str(_RESULTS / "hotel-check-in.html")
    (ROOT / _RESULTS).mkdir(parents=True, exist_ok=True)
    commands: list[list[str]] = [
        ["lint", str(_SERVICES)],
        ["render", process, "--view", "swimlane", "--width", "1400", "-o", picture],
        ["sop", process, "-o", document],
    ]
    for command in commands:
        print(f"\n$ svcflow {' '.join(command)}", flush=True)
        words = [str(python), "-m", "svcflow", *command, "--lang", _language()]
        code = subprocess.run(words, cwd=ROOT, check=False).returncode
        if code != 0:
            return code
    print(f"\nThe picture:   {ROOT / picture}\nThe procedure: {ROOT / document}\nOpen them in a browser.")
    return 0


def _language() -> str:
    """Return the language of whoever tries it; that of the example workspace is Chinese."""
    spoken = next(
        (os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "en"
    )
    return spoken.split(".")[0].replace("_", "-") if spoken.startswith("zh") else "en"


if __name__ == "__main__":
    sys.exit(main())
