"""BPMN 2.0: a process as XML that other tools open, with its drawing."""

from __future__ import annotations

from svcflow.exporters.bpmn.export import to_bpmn

__all__ = ["to_bpmn"]
