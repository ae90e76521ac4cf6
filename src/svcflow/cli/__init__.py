"""The command line: options in, the use cases of `svcflow.api`, reports and exit codes out."""

from __future__ import annotations

__all__ = ["main"]


def main() -> None:
    """Run the command line; never returns."""
    _start_fast()
    from svcflow.cli.program import app
    from svcflow.cli.terminal import use_utf8

    use_utf8()
    app()


def _start_fast() -> None:
    """Spare a short-lived program what only long-lived ones need: a third of the time of linting one file."""
    import atexit
    import gc
    import os

    # Modules and models are made once and stay: collections on the way find nothing, the one at the end least of all.
    gc.set_threshold(20_000, 10, 10)
    atexit.register(gc.freeze)
    # Pydantic would look through all installed packages for plugins, and we use none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
