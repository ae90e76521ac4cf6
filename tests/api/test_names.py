from __future__ import annotations

import subprocess
import sys

import svcflow.api


def test_every_name_is_there() -> None:
    assert set(dir(svcflow.api)) == set(svcflow.api.__all__)
    for name in svcflow.api.__all__:
        found = getattr(svcflow.api, name)
        assert type(found).__name__ != "module", name  # a module of the same name would come between


def test_there_are_no_others() -> None:
    assert not hasattr(svcflow.api, "pubilsh")


def test_who_lints_does_not_wait_for_what_draws_and_writes() -> None:
    code = "import sys; from svcflow import api; api.lint; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "svcflow.api.linting" in loaded
    assert not {name for name in loaded if name.startswith(("svcflow.exporters", "svcflow.views", "jinja2"))}
