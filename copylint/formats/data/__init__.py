"""Data files that hold prose: JSON, YAML and CSV, and the formats made of them."""
