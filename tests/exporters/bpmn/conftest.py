"""Processes, and programs of others that read what is made from them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from svcflow.analyzers.context import ProcessContext
from svcflow.load.shared import Shared
from svcflow.model import Process
from tools.node import Missing

ROOT = Path(__file__).parents[3]
EXAMPLES = sorted(
    [*ROOT.glob("examples/services/processes/*.yaml"), *ROOT.glob("examples/municipal/processes/*.yaml")]
)


@pytest.fixture
def context_of() -> Callable[..., ProcessContext]:
    """Make a context of steps, and of what else the process has."""

    def make(*steps: Any, **fields: Any) -> ProcessContext:
        data = {"process": "p", "name": "A process", "steps": list(steps), **fields}
        return ProcessContext(Process.model_validate(data), Shared())

    return make


@pytest.fixture
def others() -> Any:
    """Skip a test where the programs of others cannot be had."""
    from tools import node

    try:
        node.packages()
    except Missing as missing:
        pytest.skip(str(missing))
    return node
