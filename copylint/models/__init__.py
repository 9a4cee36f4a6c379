"""Statistical models of the word, the form or the function word that a sentence needs."""
