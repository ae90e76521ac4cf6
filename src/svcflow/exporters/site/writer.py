"""Pages from templates: the frame around each, its links, and what every page may do."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from svcflow.exporters.markup import safe_href
from svcflow.exporters.site.places import anchored, href, process_folder, role_page, slug, step_address
from svcflow.exporters.templating import MARK, anchor
from svcflow.i18n import translator

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

__all__ = ["Site", "Writer", "picture_markup"]

_POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file: 'unsafe-inline'; img-src 'self' file: data:; "
    "base-uri 'none'; form-action 'self' file:"
)
"""What a page may do. Pages read from a disk have no origin, so that some browsers need ``file:`` beside ``'self'``;
pictures bring their style sheet with them, scripts stand in files of the site."""
_LANGUAGE_NAMES = {"en": "English", "zh-Hans": "简体中文", "zh-Hant": "繁體中文"}


@dataclass(frozen=True, slots=True)
class Site:
    """What all pages share.

    ``names`` are the organisation's by language; the first of the ``languages`` is at the root; ``logo`` is the name
    of a file among the assets, empty for none.
    """

    names: Mapping[str, str]
    languages: tuple[str, ...]
    logo: str = ""

    def prefix(self, language: str) -> str:
        """Return the folder of a language, from the site's root."""
        return "" if language == self.languages[0] else f"{language}/"


class Writer:
    """Makes the pages of one language of a site."""

    def __init__(
        self, site: Site, language: str, before: Mapping[str, str] | None = None, common: str = ""
    ) -> None:
        """Write in a language.

        ``before`` says, by path, from what pages were made that are still there; ``common`` stands for all that pages
        are made from besides their data.
        """
        self.site, self.language = site, language
        self.t = translator(language)
        self.made_from: dict[str, str] = {}
        self._before, self._common = before or {}, common

    def page_if_new(self, path: str, template: str, *, title: str, **data: Any) -> tuple[str, bytes | None]:
        """Return the path of a page and its contents, None where it would be what is there already."""
        place = self.site.prefix(self.language) + path
        said = repr((self._common, self.language, template, title, data))
        self.made_from[place] = hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()
        if self._before.get(place) == self.made_from[place]:
            return place, None
        return self.page(path, template, title=title, **data)

    def page(
        self, path: str, template: str, *, title: str, section: str = "", **data: Any
    ) -> tuple[str, bytes]:
        """Return the path of a page, from the site's root, and its contents.

        ``path`` starts from the root of the language; ``section`` is the entry of the navigation it belongs to.
        """
        root = "../" * path.count("/")
        base = root + ("../" if self.site.prefix(self.language) else "")
        shared = {
            "t": self.t,
            "mark": MARK,
            "policy": _POLICY,
            "language": self.language,
            "root": root,
            "base": base,
            "title": title,
            "section": section,
            "site_name": self.site.names[self.language],
            "logo": self.site.logo,
            "languages": [
                (tag, _LANGUAGE_NAMES.get(tag, tag), href(f"{base}{self.site.prefix(tag)}{path}"))
                for tag in self.site.languages
            ],
            "to": lambda address: root + href(address),
            "process_to": lambda id: root + href(f"{process_folder(id)}/index.html"),
            "step_to": lambda process, step: root + href(step_address(process, step)),
            "role_to": lambda id: root + href(role_page(id)),
        }
        made = _environment().get_template(f"{template}.jinja").render(shared | data)
        return self.site.prefix(self.language) + path, made.encode("utf-8", "replace")


def picture_markup(svg: bytes) -> Markup:
    """Return a drawing of ours for a page; its texts are escaped already."""
    from markupsafe import Markup

    text = svg.decode("utf-8")
    return Markup(text[text.index("<svg") :].strip())  # noqa: S704 -- our own SVG


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("svcflow.exporters.site", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters |= {
        "lines": _lines,
        "slug": slug,
        "anchor": anchor,
        "anchored": lambda id, kind: anchored(kind, id),
        "safe_href": safe_href,
        "json": lambda value: json.dumps(value, ensure_ascii=False),
    }
    return made


def _lines(text: str) -> Markup:
    from markupsafe import Markup, escape

    lines = str(text).strip().splitlines()
    return escape(lines[0]) if len(lines) == 1 else Markup("<br>").join(map(escape, lines))
