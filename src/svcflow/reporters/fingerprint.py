"""Fingerprints: by which a server knows a finding again when lines have moved."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from svcflow.finding import Finding

__all__ = ["fingerprints"]


def fingerprints(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield a fingerprint a finding, in their order.

    It hangs on file, rule and what is said (in English, whatever the report speaks), not on lines; of several that are
    equal in this, each has its own.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    for finding in findings:
        key = (finding.place.path, finding.rule, str(finding.message))
        text = "\x00".join((*key, str(seen[key])))
        seen[key] += 1
        yield hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
