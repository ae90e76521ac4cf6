"""The domain: service processes, catalogues and workspaces, with no input or output of their own."""

from __future__ import annotations

from svcflow.model.catalog import Catalog
from svcflow.model.process import Process
from svcflow.model.step import Step
from svcflow.model.workspace import WorkspaceFile

__all__ = ["Catalog", "Process", "Step", "WorkspaceFile"]
