"""The commands, one module each: its table of options, and the function that acts on them."""
