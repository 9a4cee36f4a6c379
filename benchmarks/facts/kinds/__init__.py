"""One module for each kind of contradiction, which defines ``KIND``."""
