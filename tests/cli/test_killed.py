"""A process that fixes a file again and again, killed again and again: the file is whole."""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path

import pytest

from copylint.cli.fixing import fix_all, writer
from copylint.config.schema import Config
from copylint.runner.fixer import Plan
from copylint.runner.pipeline import run
from copylint.runner.result import Input

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")

KILLS = 100
CONFIG = Config(select=("duplicates.word",))
PARAGRAPH = "The ferry left the harbour at noon and met the tide.\r\n"
FIXED = (PARAGRAPH * 40).encode("utf-16")
FAULTY = (PARAGRAPH * 20 + "It met the the tide.\r\n" + PARAGRAPH * 20).encode("utf-16")
WHOLE = {FAULTY, FAULTY.replace("the the".encode("utf-16-le"), "the".encode("utf-16-le"))}


def fix_for_ever(path: Path) -> None:
    """Spoil the file by the same way as it is fixed, and fix it."""
    from copylint.runner.safe_write import rewrite, roots_of

    roots = roots_of([str(path)])
    put = writer([str(path)])
    while True:
        data = path.read_bytes()
        rewrite(str(path), data, FAULTY, roots)
        inputs = [Input(str(path))]
        result = run(inputs, CONFIG, jobs=1)
        tally = fix_all(result, inputs, CONFIG, Plan(), put, jobs=1, quiet=True)
        assert tally.fixes == 1, tally


def test_killed_fix_leaves_each_file_old_or_new(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(FAULTY)
    inputs = [Input(str(path))]
    result = run(inputs, CONFIG, jobs=1)  # loads what every child then has
    fix_all(result, inputs, CONFIG, Plan(), writer([str(path)]), jobs=1, quiet=True)
    path.write_bytes(FAULTY)
    dice = random.Random(7)
    seen: set[bytes] = set()
    in_the_midst = 0
    for _ in range(KILLS):
        child = os.fork()
        if child == 0:
            try:
                fix_for_ever(path)
            finally:
                os._exit(3)  # it is to be killed and never to end by itself
        time.sleep(dice.uniform(0.005, 0.25))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status), f"ended by itself: {status}"
        data = path.read_bytes()
        assert data in WHOLE
        seen.add(data)
        for left in tmp_path.glob(".a.txt.copylint-*"):
            in_the_midst += 1
            left.unlink()
    assert seen == WHOLE, "both states are met"
    assert in_the_midst, "some kills come between the first byte and the new name"
