"""Writing files: whole or not at all, and never over what svcflow did not write."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

from svcflow.finding import CannotDo
from svcflow.i18n import msg
from svcflow.i18n.reasons import reason_of

__all__ = ["is_ours", "write_files"]

_HEAD = 4096
_OURS = re.compile(
    rb"<!-- [^>]*\bsvcflow\b"  # SVG, Markdown
    rb'|<meta name="generator" content="svcflow\b'  # HTML
    rb'|<svg [^>]*class="svcflow\b'
    rb"|^\s*// [^\n]*\bsvcflow\b"  # DOT
    rb"|%% Made by svcflow\b"  # Mermaid
    rb"|tEXtSoftware\x00svcflow\b"  # PNG
    rb'|"(?:\$comment|title)": "[^"]*\bsvcflow\b'  # JSON Schema
    rb"|<pdf:Keywords>svcflow</pdf:Keywords>"
    rb"|<Application>svcflow</Application>"  # workbooks
    rb'|"name": "svcflow"|<testsuites name="svcflow"|"fingerprint": "|"version": 1,\s+"findings"'  # reports
)


def write_files(files: Mapping[Path, str | bytes], *, force: bool = False) -> None:
    """Write files, each whole or not at all; missing folders are made.

    Raises `CannotDo`, before anything is written, when a file exists that svcflow did not write (unless ``force``), and
    when the system refuses.
    """
    for path in files:
        _check(path, force)
    for path, content in files.items():
        data = content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.exists() and not path.is_file():
                path.write_bytes(data)  # a device or a pipe is written into, never replaced
            else:
                _replace(path, data)
        except OSError as error:
            raise CannotDo(
                msg("{path} cannot be written: {reason}", path=str(path), reason=reason_of(error))
            ) from None


def is_ours(path: Path) -> bool:
    """Tell whether a file can be written over: svcflow wrote it, or it is empty."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
        if head.startswith(b"%PDF-"):  # says at its end what it is
            head += file.read()
    return head.strip() in {b"", b"[]"} or bool(_OURS.search(head))


def _check(path: Path, force: bool) -> None:
    try:
        if path.is_dir():
            raise CannotDo(msg("{path} is a folder", path=str(path)), msg("name a file in it"))
        if path.is_file() and not force and not is_ours(path):
            raise CannotDo(
                msg("{path} exists, and svcflow did not write it", path=str(path)),
                msg("`--force` writes over it"),
            )
    except OSError as error:
        raise CannotDo(
            msg("{path} cannot be written: {reason}", path=str(path), reason=reason_of(error))
        ) from None


def _replace(path: Path, data: bytes) -> None:
    """Write beside the file, then put the new one in its place in one step; what a link points to is replaced."""
    import tempfile

    target = path.resolve()
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".svcflow-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(mode)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
