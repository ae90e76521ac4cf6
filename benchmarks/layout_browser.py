"""JavaScript in a headless browser whose clock is the real one: the page sends what it has found."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Empty, Queue
from shutil import copyfile
from threading import Thread
from typing import Any

from tools.node.browser import command

__all__ = ["in_real_time"]

_PATIENCE = 400
"""Seconds."""


class _Handler(SimpleHTTPRequestHandler):
    """Gives out a folder, and keeps what is posted."""

    answers: Queue[bytes]

    def do_POST(self) -> None:
        self.answers.put(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


def in_real_time(script: Path, code: str, data: Sequence[Any], folder: Path) -> Any:
    """Return what the body of an async function of ``data`` gives.

    ``script`` is loaded first, ``folder`` is scratch. Raises `tools.node.Missing` without a browser.
    """
    site = folder / "site"
    site.mkdir(exist_ok=True)
    copyfile(script, site / "script.js")
    (site / "data.json").write_text(json.dumps(list(data)), "utf-8")
    (site / "index.html").write_text(
        '<meta charset=utf-8><body><script src="script.js"></script><script type=module>'
        f'const run = async () => {{const data = await (await fetch("data.json")).json();{code}}};'
        "const told = await run().catch((error) => ({error: String(error)}));"
        'await fetch("/", {method: "POST", body: JSON.stringify(told)})</script></body>',
        "utf-8",
    )
    answers: Queue[bytes] = Queue()
    handler = partial(type("Handler", (_Handler,), {"answers": answers}), directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        words = [*command(folder), f"http://127.0.0.1:{server.server_address[1]}/"]
        with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
            try:
                return json.loads(answers.get(timeout=_PATIENCE))
            except Empty as error:
                raise RuntimeError("the browser gave nothing") from error
            finally:
                running.terminate()
                server.shutdown()
