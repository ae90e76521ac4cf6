"""Names of files and addresses of pages."""

from __future__ import annotations

import re
from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from svcflow.exporters.site.places import href, process_folder, slug, step_address
from svcflow.model.values import ID_PATTERN

IDS = st.from_regex(ID_PATTERN, fullmatch=True)


def test_plain_ids_are_names_as_they_are() -> None:
    assert slug("complaint-handling") == "complaint-handling"
    assert process_folder("lost-key") == "processes/lost-key"


def test_ids_that_windows_or_other_systems_take_amiss_become_others() -> None:
    names = [slug(id) for id in ("con", "Report", "report", "..", "a.b", "投诉", "-")]
    assert len({name.lower() for name in names}) == len(names)
    assert names[2] == "report"
    assert all(name != id for name, id in zip(names, ("con", "Report"), strict=False))
    assert not any(name.startswith((".", "-")) or name.endswith(".") for name in names)


@given(st.lists(IDS, unique=True, max_size=8))
def test_other_ids_have_other_names_where_case_does_not_count(ids: list[str]) -> None:
    names = [slug(id) for id in ids]
    assert len({name.casefold() for name in names}) == len(ids)
    assert not any(set(name) & set('/\\:*?"<>|') for name in names)


@given(IDS, IDS)
def test_links_are_plain_signs_and_lead_to_the_place(process: str, step: str) -> None:
    address = step_address(process, step)
    link = href(address)
    assert re.fullmatch(r"[\w/.~%#-]+", link, re.ASCII)
    assert unquote(link, errors="surrogatepass") == address or max(address) >= "\ud800"
