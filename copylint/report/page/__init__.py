"""The page for editors: an article as set text, its findings marked and noted in the margin."""
