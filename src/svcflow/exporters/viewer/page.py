"""The page around a picture."""

from __future__ import annotations

import base64
import hashlib
import json
from functools import lru_cache
from importlib.resources import files

from svcflow.exporters.markup import escape
from svcflow.i18n import translator

__all__ = ["to_viewer"]

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="generator" content="svcflow">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; \
script-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'">
<title>{title}</title>
<style>
{style}
</style>
</head>
<body data-words="{words}">
<header>
<h1>{title}</h1>
<div class="tools" role="toolbar" aria-label="{tools}">
<label class="search"><span>{search}</span><input id="search" type="search" placeholder="{search}" autocomplete="off" \
aria-controls="found"></label>
<output id="found" for="search"></output>
<div class="zoom">
<button id="out" title="{smaller}" aria-label="{smaller}">−</button>
<output id="scale">100 %</output>
<button id="in" title="{larger}" aria-label="{larger}">+</button>
<button id="fit" title="{fit}">{fit}</button>
</div>
</div>
</header>
<main id="stage" tabindex="-1">{picture}</main>
<aside id="card" hidden aria-live="polite"></aside>
<footer>{help}</footer>
<script>{script}</script>
</body>
</html>
"""


def to_viewer(svg: str, title: str, language: str) -> str:
    """Return a page that shows an SVG document of ours; ``language`` is that of its own words.

    What reaches the page is the drawing, whose texts are escaped, and the page's one script, which its content
    security policy names: nothing else runs, and nothing is loaded.
    """
    t = translator(language)
    script = _file("viewer.js")
    words = {
        "found": t("{count} found"),
        "before": t("comes from"),
        "after": t("leads to"),
        "close": t("Close"),
        "open": t("Open"),
    }
    digest = hashlib.sha256(script.encode()).digest()
    return _PAGE.format(
        language=escape(language),
        hash=base64.b64encode(digest).decode("ascii"),
        title=escape(title),
        style=_file("viewer.css").strip(),
        words=escape(json.dumps(words, ensure_ascii=False)),
        tools=escape(t("Picture tools")),
        search=escape(t("Search")),
        smaller=escape(t("Smaller")),
        larger=escape(t("Larger")),
        fit=escape(t("Fit")),
        picture=svg[svg.index("<svg") :].strip(),
        help=escape(
            t(
                "Drag to move, wheel to zoom, click a step for its card. Keys: / search, + − zoom, 0 fit, Esc close."
            )
        ),
        script=script,
    )


@lru_cache(maxsize=2)
def _file(name: str) -> str:
    return files("svcflow.exporters.viewer").joinpath(name).read_text("utf-8")
