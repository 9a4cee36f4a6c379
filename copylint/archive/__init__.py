"""Checks of whole archives: a batch core, and what runs it in processes or on a cluster.

``BatchChecker`` maps Arrow record batches of articles to record batches of findings and knows no
engine. ``shard_task`` reads, checks and encodes one shard with it; an engine hands out shards and
returns their results; ``archive_run`` plans them and alone writes.
"""
