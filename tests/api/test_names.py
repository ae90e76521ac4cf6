from __future__ import annotations

import subprocess
import sys
from pkgutil import iter_modules

import svcflow.api


def test_every_name_is_there() -> None:
    assert set(dir(svcflow.api)) == set(svcflow.api.__all__)
    for name in svcflow.api.__all__:
        assert hasattr(svcflow.api, name)


def test_no_module_has_the_name_of_what_is_imported_late() -> None:
    # Python would put the module in the place of the function, as soon as anybody imports it.
    modules = {module.name for module in iter_modules(svcflow.api.__path__)}
    assert modules & set(svcflow.api.__all__) == {"site"}
    assert callable(svcflow.api.site)


def test_there_are_no_others() -> None:
    assert not hasattr(svcflow.api, "pubilsh")


def test_who_lints_does_not_wait_for_what_draws_and_writes() -> None:
    code = "import sys; from svcflow import api; api.lint; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "svcflow.api.linting" in loaded
    assert not {name for name in loaded if name.startswith(("svcflow.exporters", "svcflow.views", "jinja2"))}
