"""Our own checks, one family per module; every ``Check`` subclass here is a check."""
