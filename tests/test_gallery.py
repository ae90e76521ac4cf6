"""Every view has its page and its picture in the gallery, and every link of these pages leads somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from svcflow.api.pictures import VIEWS

DOCS = Path(__file__).parent.parent / "docs"
PAGES = [DOCS / "gallery.md", DOCS / "layout.md", *sorted((DOCS / "views").glob("*.md"))]


def test_every_view_has_its_page_and_stands_in_the_gallery() -> None:
    gallery = (DOCS / "gallery.md").read_text("utf-8")
    for view in VIEWS:
        page = DOCS / "views" / f"{view}.md"
        assert f"--view {view}" in page.read_text("utf-8") or view == "flowchart"
        assert f"(views/{view}.md)" in gallery


def test_every_picture_is_shown() -> None:
    shown = "".join(page.read_text("utf-8") for page in PAGES)
    for picture in (DOCS / "pictures").glob("*.svg"):
        assert f"pictures/{picture.name})" in shown


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
