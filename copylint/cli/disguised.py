"""File names that read like options: ``--config=evil.md`` in what a hook or a shell passes on."""

from __future__ import annotations

import os
from collections.abc import Sequence

_END = "--"


def disguised(arguments: Sequence[str]) -> str:
    """The first option in ``arguments`` that is also the name of a file here; empty for none.

    A ``--`` that ends the options settles the matter, unless ``--`` is a file itself.
    """
    for each in arguments:
        if each == _END and not os.path.lexists(each):
            return ""
        if each.startswith("-") and each != "-" and os.path.lexists(each):
            return each
    return ""
