"""Why the system refuses to write, in the reader's language."""

from __future__ import annotations

import errno

from svcflow.i18n import Message, msg

__all__ = ["reason_of"]

_REASONS = {
    errno.EACCES: msg("it is not allowed here"),
    errno.EPERM: msg("it is not allowed here"),
    errno.EEXIST: msg("a part of its path is a file, not a folder"),
    errno.ENOTDIR: msg("a part of its path is a file, not a folder"),
    errno.ENOENT: msg("there is no such folder"),
    errno.ENAMETOOLONG: msg("its name is too long"),
    errno.ENOSPC: msg("the disk is full"),
    errno.EROFS: msg("the disk can only be read"),
}


def reason_of(error: OSError) -> Message | str:
    """Return why the system refused; in its own words where nobody has put them into ours."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)
