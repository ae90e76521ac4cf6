from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import pytest

from svcflow.cli.write import is_ours, write_files
from svcflow.finding import CannotDo


def test_new_files_in_new_folders(folder):
    write_files({Path("a/b/x.svg"): "<svg/>", Path("y.png"): b"\x89PNG"})
    assert Path("a/b/x.svg").read_text("utf-8") == "<svg/>"
    assert Path("y.png").read_bytes() == b"\x89PNG"
    assert sorted(path.name for path in folder.rglob("*")) == ["a", "b", "x.svg", "y.png"]


def test_line_breaks_are_written_as_they_are(folder):
    write_files({Path("x"): "a\r\nb\n"})
    assert Path("x").read_bytes() == b"a\r\nb\n"


def test_never_over_the_work_of_others(folder):
    Path("mine.svg").write_text("<svg>mine</svg>", "utf-8")
    with pytest.raises(CannotDo) as caught:
        write_files({Path("new.svg"): "x", Path("mine.svg"): "x"})
    assert str(caught.value.message) == "mine.svg exists, and svcflow did not write it"
    assert str(caught.value.help) == "`--force` writes over it"
    assert Path("mine.svg").read_text("utf-8") == "<svg>mine</svg>"
    assert not Path("new.svg").exists()
    write_files({Path("mine.svg"): "x"}, force=True)
    assert Path("mine.svg").read_text("utf-8") == "x"


@pytest.mark.parametrize(
    ("content", "ours"),
    [
        ("", True),
        ("[]\n", True),
        ('<?xml version="1.0"?>\n<svg xmlns="x" class="svcflow" width="3">', True),
        ("<svg><text>svcflow</text></svg>", False),
        ("<!-- svcflow -->\n\n# Lost key", True),
        ("# How we use svcflow", False),
        ('<!DOCTYPE html>\n<meta name="generator" content="svcflow">', True),
        ('<meta name="generator" content="Word">svcflow', False),
        ("// Made by svcflow.\ndigraph {}", True),
        ("digraph { svcflow }", False),
        ("process: svcflow  # svcflow: ignore[x]", False),
        ('{"version": 1,\n  "findings": []}', True),
        ('<testsuites name="svcflow" tests="1">', True),
    ],
)
def test_is_ours(folder, content, ours):
    Path("x").write_text(content, "utf-8")
    assert is_ours(Path("x")) is ours


def test_a_folder_is_no_file(folder):
    Path("x.svg").mkdir()
    with pytest.raises(CannotDo, match=r"x\.svg is a folder"):
        write_files({Path("x.svg"): "x"})


def test_a_file_is_no_folder(folder):
    Path("x").write_text("mine", "utf-8")
    with pytest.raises(CannotDo, match=r"cannot be written: "):
        write_files({Path("x/y.svg"): "x"})


def test_a_name_too_long(folder):
    with pytest.raises(CannotDo, match=r"cannot be written: "):
        write_files({Path("x" * 300): "x"})


def test_whole_or_not_at_all(folder, monkeypatch):
    """When the disk is full in the middle, the old file stays and nothing is left behind."""
    Path("x.svg").write_text("<!-- svcflow -->old", "utf-8")

    def full(self, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(CannotDo, match=r"x\.svg cannot be written: the disk is full"):
        write_files({Path("x.svg"): "new"})
    assert [path.name for path in folder.iterdir()] == ["x.svg"]
    assert Path("x.svg").read_text("utf-8") == "<!-- svcflow -->old"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_pipe_or_device_is_written_into_and_stays(folder):
    os.mkfifo("pipe")
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(Path("pipe").read_bytes()))
    reader.start()
    write_files({Path("pipe"): "told"})
    reader.join(20)
    assert read == [b"told"]
    assert Path("pipe").is_fifo()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_permissions_and_links_stay(folder):
    Path("real.svg").write_text("<!-- svcflow -->", "utf-8")
    Path("real.svg").chmod(0o640)
    Path("link.svg").symlink_to("real.svg")
    write_files({Path("link.svg"): "<!-- svcflow -->2"})
    assert Path("link.svg").is_symlink()
    assert Path("real.svg").read_text("utf-8") == "<!-- svcflow -->2"
    assert Path("real.svg").stat().st_mode & 0o777 == 0o640
    mask = os.umask(0o027)
    try:
        write_files({Path("new.svg"): "x"})
    finally:
        os.umask(mask)
    assert Path("new.svg").stat().st_mode & 0o777 == 0o640
