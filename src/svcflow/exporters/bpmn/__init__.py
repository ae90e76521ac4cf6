"""BPMN 2.0: a process as XML that other tools open, with its drawing."""

from __future__ import annotations

from svcflow.exporters.bpmn.export import export, to_bpmn
from svcflow.exporters.bpmn.parts import is_part

__all__ = ["export", "is_part", "to_bpmn"]
