"""Words, forms and small words that do not fit their sentence, judged by the words around them."""
