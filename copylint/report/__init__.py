"""Ways to print findings, one module per format."""
