"""What a check and an engine are: the contract between the rules and the runner."""
