"""The labelled set of facts that contradict themselves, and its score."""
