"""The live service: documents that stay open and are checked again as they change.

One ``Service`` per process serves every protocol. It contains no checks itself: it passes texts
to the runner, one at a time, and hands the findings back through futures.
"""
