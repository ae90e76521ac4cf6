"""The command line: options in, the use cases of `svcflow.api`, reports and exit codes out."""

from __future__ import annotations

__all__ = ["main"]


def main() -> None:
    """Run the command line; never returns."""
    from svcflow.cli.program import app
    from svcflow.cli.terminal import use_utf8

    use_utf8()
    app()
