#!/usr/bin/env bash
# Everything that must hold before a change lands: install into a fresh environment, style, types,
# import layers, and all tests. Where Maven is there, LanguageTool's jars are fetched into a cache
# folder outside the checkout so that its tests run against the real server.
set -euo pipefail
cd "$(dirname "$0")/.."

venv="${COPYLINT_VENV:-.venv}"
python3 -m venv "$venv"
"$venv/bin/pip" install --quiet ./packages/copylint-deep-model --editable '.[dev,train]'

# The tests start hundreds of commands: compiled once, not by each of them where Python is told to
# write no bytecode.
"$venv/bin/python" -m compileall -q copylint

if command -v mvn >/dev/null && command -v java >/dev/null; then
    export LTP_JAR_DIR_PATH="${LTP_JAR_DIR_PATH:-${XDG_CACHE_HOME:-$HOME/.cache}/copylint/languagetool}"
    "$venv/bin/python" tools/fetch_languagetool.py "$LTP_JAR_DIR_PATH"
fi

"$venv/bin/ruff" check .
"$venv/bin/ruff" format --check .
"$venv/bin/mypy"
"$venv/bin/lint-imports"
# A file of tests is one process's: its tests share what they set up.
"$venv/bin/pytest" --numprocesses "$(nproc)" --dist loadfile "$@"
