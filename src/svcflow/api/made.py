"""What is made from a process: the contents of a file, not written yet."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from svcflow.i18n import Message

__all__ = ["Made", "with_mark"]

_PNG_HEAD = 8 + 25
"""The signature and the header, which has to be the first chunk."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file to be written: the name proposed for it, its contents, and what people should know about it.

    ``beside`` are files that belong beside it, by the names by which it refers to them.
    """

    name: str
    data: bytes
    warnings: tuple[Message, ...] = ()
    beside: Mapping[str, bytes] = field(default_factory=dict)


def with_mark(data: bytes, format: str) -> bytes:
    """Return a picture with a note that svcflow made it, so that it may be written over; SVG has one already."""
    if format == "dot":
        return b"// Made by svcflow.\n" + data
    if format == "png":
        return data[:_PNG_HEAD] + _chunk(b"tEXt", b"Software\x00svcflow") + data[_PNG_HEAD:]
    return data


def _chunk(kind: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG file (Portable Network Graphics, third edition, 5.3)."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
