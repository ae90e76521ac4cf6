"""Processes for the tests of views."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from svcflow.analyzers.context import ProcessContext
from svcflow.load.shared import Shared
from svcflow.model import Process

Make = Callable[..., ProcessContext]


@pytest.fixture
def process() -> Make:
    """Make a process in English from its steps, and whatever else it has."""

    def make(*steps: dict[str, Any], **more: Any) -> ProcessContext:
        named = [{"name": step["id"].capitalize(), **step} for step in steps]
        data = {"process": "p", "name": "A process", "steps": named, **more}
        return ProcessContext(Process.model_validate(data), Shared())

    return make
