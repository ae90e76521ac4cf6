"""YAML text as data in which every value knows its place; edits are written back with the comments kept."""

from __future__ import annotations

from svcflow.source.comments import Comment
from svcflow.source.document import Document, parse, read, read_bytes
from svcflow.source.problem import Kind, SourceProblem
from svcflow.source.scalars import Float, Int

__all__ = ["Comment", "Document", "Float", "Int", "Kind", "SourceProblem", "parse", "read", "read_bytes"]
