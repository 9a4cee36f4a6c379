"""The targets are the fuzzer's, in tools/fuzz."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "tools" / "fuzz"))
