"""What all tests share."""

from __future__ import annotations

from hypothesis import settings

# A first example loads word lists, and machines are busy: no test is about time.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
