"""Starts a command under a memory limit and writes how much memory it took, in bytes.

Linux counts towards a child's peak what its parent held when it forked. A test process is large, so
this small one comes between: ``python launch.py LIMIT REPORT COMMAND...``. Both are in one process
group, so signals sent to the group reach the command; the launcher ends with its exit code, or by
its signal.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from pathlib import Path

limit, report, command = int(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]
child = os.fork()
if not child:
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    os.execvp(command[0], command)
# What the command reads and writes is its own: the reader of a pipe waits for its last holder.
for descriptor in range(3):
    os.close(descriptor)
_, status, usage = os.wait4(child, 0)
unit = 1 if sys.platform == "darwin" else 1024
report.write_text(str(usage.ru_maxrss * unit))
code = os.waitstatus_to_exitcode(status)
if code < 0:
    signal.signal(-code, signal.SIG_DFL)
    os.kill(os.getpid(), -code)
os._exit(code)
