"""The deep check: a small neural network that reads a sentence and proposes edits.

Needs numpy and onnxruntime (the extra ``deep``) and the weights of the package
``copylint-deep-model``; all three are imported only when a text is read.
"""
