"""The daemon: one process that has everything imported and answers ``check``.

``client`` asks it, before anything that takes time is imported; ``worker`` is the daemon
itself. The two meet at a Unix socket in a folder that only its owner may enter (``place``).
For every request the worker forks: the fork takes over the client's streams, folder and
environment and runs the command as it would have run in the client, so that output and exit
code are the same, and nothing of one request is left for the next.
"""
