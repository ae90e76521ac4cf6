"""Office files are ZIP packages of XML. They come from strangers: sizes are looked at before anything is unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib

__all__ = ["Damaged", "OwnEntities", "TooLarge", "is_old_or_encrypted", "xml_parts"]

_OLD = b"\xd0\xcf\x11\xe0"
_MOST_PARTS = 2000


class Damaged(Exception):
    """No package at all, or one that cannot be unpacked."""


class TooLarge(Exception):
    """A package that would be far too large when unpacked."""


class OwnEntities(Exception):
    """XML that defines entities of its own, which no office program writes."""


def is_old_or_encrypted(data: bytes) -> bool:
    """Tell whether this is a file from before the packages, or one with a password; both have the same container."""
    return data.startswith(_OLD)


def xml_parts(data: bytes, most_bytes: int) -> dict[str, bytes]:
    """Return the XML parts of a package by their names.

    Raises `Damaged`, `TooLarge` (more than ``most_bytes`` unpacked) or `OwnEntities`.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            parts = file.infolist()
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > most_bytes:
                raise TooLarge
            found = {
                part.filename: _part(file, part)
                for part in parts
                if part.filename.endswith((".xml", ".rels"))
            }
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError, zlib.error):
        raise Damaged from None
    for text in found.values():
        plain = text.replace(b"\x00", b"") if text[:2] in {b"\xff\xfe", b"\xfe\xff"} else text
        if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
            raise OwnEntities
    return found


def _part(file: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """Return a part, never more of it than its size tells."""
    with file.open(part) as opened:
        return opened.read(part.file_size + 1)
