from __future__ import annotations

import sys
from pathlib import Path

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
# Programs, not a package: they are found as they find one another.
for folder in (BENCHMARKS, BENCHMARKS / "accuracy"):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
