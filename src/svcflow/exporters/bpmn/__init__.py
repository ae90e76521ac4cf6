"""BPMN 2.0: a process as XML that other tools open, with its drawing."""

from __future__ import annotations

from svcflow.exporters.bpmn.export import export, to_bpmn

__all__ = ["export", "to_bpmn"]
