"""The pages of a whole site: complete, linked, accessible, and free of what anybody wrote into a name."""

from __future__ import annotations

import contextlib
import html
import json
import re
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag

import pytest

from svcflow import api
from tests.support.browser import package_file
from tools.node import Missing
from tools.node.browser import shown, told

AXE = "4.14.1"
EXAMPLES = Path(__file__).parents[3] / "examples" / "services"
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&{{7*7}}"
PROCESS = f"""
process: hostile
name: {json.dumps(HOSTILE)}
version: 1.0.0
status: draft
owner: "投诉"
category: {{function: {json.dumps(HOSTILE)}, stage: {json.dumps(HOSTILE)}}}
purpose: {json.dumps(HOSTILE)}
roles:
  "投诉": {{name: {json.dumps(HOSTILE)}, department: {json.dumps(HOSTILE)}}}
  guest: {{name: Guest, line: customer}}
steps:
  - {{id: ask, name: {json.dumps(HOSTILE)}, role: guest, outputs: javascript.alert, tools: crm}}
  - {{id: do, name: Does it, role: "投诉", inputs: javascript.alert, instructions: [{json.dumps(HOSTILE)}]}}
risks: [{{what: {json.dumps(HOSTILE)}, likelihood: 5, impact: 5, control: {json.dumps(HOSTILE)}}}]
terms: {{{json.dumps(HOSTILE)}: {json.dumps(HOSTILE)}}}
kpis: [{{id: csat, name: {json.dumps(HOSTILE)}}}]
records: [{json.dumps(HOSTILE)}]
revisions: [{{version: 1.0.0, date: 2026-01-01, what: {json.dumps(HOSTILE)}}}]
review: {{every: yearly, last: 2026-01-01}}
"""


def written(source: Path, folder: Path, **options: Any) -> Path:
    for part in api.site(source, folder, **options):
        for name, data in part.files.items():
            place = folder / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of three of the examples, one in each language."""
    folder = tmp_path_factory.mktemp("services")
    shutil.copytree(EXAMPLES / "catalogs", folder / "catalogs")
    shutil.copy(EXAMPLES / "svcflow.yaml", folder)
    (folder / "processes").mkdir()
    for name in ("complaint-handling", "hotel-check-in", "one-window-government-service"):
        shutil.copy(EXAMPLES / "processes" / f"{name}.yaml", folder / "processes")
    return written(folder, folder / "site")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a process whose texts want to be more than texts."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "process.yaml").write_text(PROCESS, "utf-8")
    (folder / "svcflow.yaml").write_text(f"organization: {json.dumps(HOSTILE)}\nlanguage: en\n", "utf-8")
    return written(folder, folder / "site")


class Links(HTMLParser):
    """Collects where a page leads, what it loads, its ids and its elements."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.ids: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        if found.get("id"):
            self.ids.append(str(found["id"]))
        if tag == "a" and found.get("href"):
            self.links.append(str(found["href"]))
        if tag in {"script", "img", "image", "link", "iframe", "use"}:
            self.loaded += [str(found[name]) for name in ("src", "href", "xlink:href") if found.get(name)]


def read(page: Path) -> Links:
    found = Links()
    found.feed(page.read_text("utf-8"))
    return found


def pages(folder: Path) -> Iterator[tuple[Path, Links]]:
    for page in sorted(folder.rglob("*.html")):
        yield page, read(page)


@pytest.mark.parametrize("name", ["services", "hostile"])
def test_every_link_is_relative_and_leads_to_a_page_and_a_place_on_it(name: str, request: Any) -> None:
    folder: Path = request.getfixturevalue(name)
    known = {page.resolve(): found for page, found in pages(folder)}
    assert known
    broken = []
    for page, found in known.items():
        for link in found.links:
            place, part = urldefrag(link)
            target = (page.parent / unquote(place)).resolve() if place else page
            if target not in known or (part and unquote(part) not in known[target].ids):
                broken.append(f"{page.relative_to(folder)}: {link}")
    assert broken == []


@pytest.mark.parametrize("name", ["services", "hostile"])
def test_nothing_is_loaded_from_elsewhere(name: str, request: Any) -> None:
    folder: Path = request.getfixturevalue(name)
    for page, found in pages(folder):
        for address in found.loaded:
            assert not re.match(r"[a-z]+:|//|/", address.lower()) or address.startswith("data:image/"), (
                page,
                address,
            )
            if not address.startswith(("data:", "#")):
                assert (page.parent / unquote(address)).is_file(), (page, address)


def test_hostile_texts_stay_texts(hostile: Path) -> None:
    shown = 0
    for page, found in pages(hostile):
        for tag, attributes in found.tags:
            assert not any(name.startswith("on") for name in attributes), (page, tag)
            assert tag != "script" or attributes.get("src"), page
            assert attributes.get("src") != "x"
        shown += HOSTILE in html.unescape(page.read_text("utf-8"))
    assert shown > 10
    for script in hostile.rglob("*.js"):
        assert "</script" not in script.read_text("utf-8").lower()


def test_pages_have_a_policy_one_heading_and_their_language(services: Path) -> None:
    for page, found in pages(services):
        name = page.relative_to(services).as_posix()
        if re.search(r"\.(en|zh-Hans|zh-Hant)\.html$", name):
            continue  # a document to print, complete in itself
        tags = [tag for tag, _ in found.tags]
        language = name.split("/")[0] if name.startswith(("en/", "zh-Hant/")) else "zh-Hans"
        assert dict(found.tags)["html"]["lang"] == language
        assert tags.count("h1") == tags.count("main") == 1
        assert "Content-Security-Policy" in page.read_text("utf-8")
        assert len(found.ids) == len(set(found.ids)), name


def test_every_step_stands_in_the_procedure_in_each_language_of_the_pages(services: Path) -> None:
    steps = [
        step.id for step in api.load_process(EXAMPLES / "processes/complaint-handling.yaml").process.steps
    ]
    for prefix in ("", "en/", "zh-Hant/"):
        found = read(services / prefix / "processes/complaint-handling/procedure.html").ids
        assert [id for id in found if id.startswith("step-")] == [f"step-{id}" for id in steps]


def kinds(services: Path) -> list[str]:
    """Return one page of every kind, in the three languages by turns."""
    found: dict[str, str] = {}
    for page in sorted(services.rglob("*.html"), key=lambda page: ("one-window" in page.as_posix(), page)):
        name = page.relative_to(services).as_posix()
        kind = re.sub(
            r"^(en|zh-Hant)/|(?<=roles/)[^/]+(?=\.html)|(?<=processes/)[^/]+(?=/)|\.(en|zh-Hans|zh-Hant)(?=\.html)",
            "",
            name,
        )
        if kind not in found or len(found) % 3 == (
            0 if name.startswith("en/") else 1 if name.startswith("zh-") else 2
        ):
            found.setdefault(kind, name)
            found[kind] = name
    return sorted(found.values())


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine: a page may look into the frames of its own origin only."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_the_documents_to_print(services: Path) -> None:
    folder = services / "processes" / "complaint-handling"
    page = (folder / "index.html").read_text("utf-8")
    papers = sorted(file.name for file in folder.glob("*.zh-Hans.html"))
    assert papers == [
        "checklist.zh-Hans.html", "handoff-agreement-2.zh-Hans.html", "handoff-agreement-3.zh-Hans.html",
        "handoff-agreement.zh-Hans.html", "quick-card.zh-Hans.html", "sop.zh-Hans.html", "training-plan.zh-Hans.html",
    ]  # fmt: skip
    assert all(f'href="{name}"' in page for name in papers)


HARNESS = """<!DOCTYPE html><meta charset=utf-8><body><script>
const pages = PAGES, told = {};
const look = (name) => new Promise((done) => {
  const frame = document.createElement("iframe");
  frame.style = "width:WIDTHpx;height:900px;border:0";
  frame.src = name;
  frame.onload = async () => {
    const inner = frame.contentDocument;
    const script = inner.createElement("script");
    script.src = "/axe.min.js";
    script.onload = async () => {
      const options = {resultTypes: ["violations"], rules: {"target-size": {enabled: true}}};
      const found = await frame.contentWindow.axe.run(inner, options);
      const where = (one) => one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160));
      told[name] = found.violations.map((one) => [one.id, ...where(one)]);
      frame.remove();
      done();
    };
    script.onerror = () => { told[name] = ["not loaded"]; done(); };
    inner.body.append(script);
  };
  document.body.append(frame);
});
(async () => { for (const name of pages) await look(name);
  document.body.insertAdjacentHTML("beforeend", "<pre id=told></pre>");
  document.getElementById("told").textContent = JSON.stringify(told); })();
</script></body>"""


@pytest.mark.slow
@pytest.mark.parametrize(("width", "dark"), [(1200, False), (400, True)])
def test_axe_finds_no_violation_on_any_kind_of_page(
    services: Path,
    tmp_path: Path,
    width: int,
    dark: bool,
) -> None:
    axe = package_file("axe-core", AXE, "axe.min.js")
    names = kinds(services)
    assert len(names) > 25
    if dark:
        names = names[::3]
    shutil.copytree(services, tmp_path / "site")
    shutil.copy(axe, tmp_path / "site" / "axe.min.js")
    harness = HARNESS.replace("PAGES", json.dumps(names)).replace("WIDTH", str(width))
    (tmp_path / "site" / "harness.html").write_text(harness, "utf-8")
    with served(tmp_path / "site") as address:
        options = ["--window-size=1280,1000", "--timeout=90000"]
        options += ["--blink-settings=preferredColorScheme=0"] if dark else []
        try:
            page = shown(f"{address}/harness.html", tmp_path, *options, milliseconds=400_000)
        except Missing as missing:
            pytest.skip(str(missing))
    found = told(page)
    assert found is not None, page[-2000:]
    assert set(found) == set(names)
    assert {name: violations for name, violations in found.items() if violations} == {}
