#!/usr/bin/env bash
# Fuzz all targets and kill fixes in the midst of their work: for eight hours, or for ten minutes
# with "short". What breaks a target is in fuzz-corpus; the exit code is 1 then.
set -euo pipefail
cd "$(dirname "$0")/../.."
python="${COPYLINT_VENV:-.venv}/bin/python"
if [ "${1:-}" = short ]; then
    seconds=540 kills=60
else
    seconds=27000 kills=3000
fi
"$python" tools/fuzz/mutate.py --seconds "$seconds" --seed "${FUZZ_SEED:-$(date +%j)}"
"$python" tools/fuzz/kills.py --kills "$kills"
