"""Statistical models: which word, form or small word a sentence calls for."""
