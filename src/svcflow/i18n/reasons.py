"""Why the system refuses to read or to write, in the reader's language."""

from __future__ import annotations

import errno

from svcflow.i18n.message import Message, msg

__all__ = ["reason_of"]

_REASONS = {
    errno.EACCES: msg("you have no permission"),
    errno.EPERM: msg("you have no permission"),
    errno.EEXIST: msg("a part of its path is a file, not a folder"),
    errno.ENOTDIR: msg("a part of its path is a file, not a folder"),
    errno.ENOENT: msg("there is no such file or folder"),
    errno.EISDIR: msg("it is a folder"),
    errno.ENAMETOOLONG: msg("its name is too long"),
    errno.ENOSPC: msg("the disk is full"),
    errno.EROFS: msg("the disk can only be read"),
}


def reason_of(error: OSError) -> Message:
    """Return why the system refused; in its own words where nobody has put them into ours."""
    return _REASONS.get(error.errno or 0) or msg("{reason}", reason=error.strerror or str(error))
