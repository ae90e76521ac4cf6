from __future__ import annotations

import itertools
import struct
import zlib
from contextlib import suppress

from svcflow import api
from svcflow.api.made import with_mark
from svcflow.finding import CannotDo

PROCESS = "process: p\nname: P\nsteps: [{id: a, name: b, role: c}]\nroles: {c: {name: C}}\n"


def _chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    chunks, place = [], 8
    while place < len(data):
        (length,) = struct.unpack(">I", data[place : place + 4])
        kind, body = data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        (check,) = struct.unpack(">I", data[place + 8 + length : place + 12 + length])
        assert check == zlib.crc32(kind + body)
        chunks.append((kind, body))
        place += 12 + length
    return chunks


def test_a_png_says_who_made_it(tmp_path):
    file = tmp_path / "p.yaml"
    file.write_text(PROCESS, "utf-8")
    (made,) = api.render(file, format="png")
    chunks = _chunks(made.data)
    assert next(kind for kind, _ in chunks) == b"IHDR"
    assert (b"tEXt", b"Software\x00svcflow") in chunks
    assert chunks[-1][0] == b"IEND"
    assert made.name == "p-flowchart.png"


def test_svg_is_left_as_it_is():
    assert with_mark(b"<svg/>", "svg") == b"<svg/>"
    assert with_mark(b"digraph {}", "dot") == b"// Made by svcflow.\ndigraph {}"


def test_the_same_bytes_every_time(tmp_path):
    file = tmp_path / "p.yaml"
    file.write_text(PROCESS, "utf-8")
    for view, format in itertools.product(api.VIEWS, api.PICTURE_FORMATS):
        with suppress(CannotDo):  # not every format holds every view, and this process improves on none
            assert list(api.render(file, view, format)) == list(api.render(file, view, format))
    for form in api.DOCUMENT_FORMATS:
        assert list(api.sop(file, form)) == list(api.sop(file, form))
