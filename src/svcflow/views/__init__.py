"""What a picture shows, as data; no view knows a file format."""

from __future__ import annotations
