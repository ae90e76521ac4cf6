"""From files to a workspace: what cannot be read or does not fit becomes findings."""

from __future__ import annotations

from svcflow.load.read import Loaded, read_as
from svcflow.load.shared import Entry, Shared
from svcflow.load.summary import ProcessSummary
from svcflow.load.workspace import Workspace, open_workspace

__all__ = ["Entry", "Loaded", "ProcessSummary", "Shared", "Workspace", "open_workspace", "read_as"]
