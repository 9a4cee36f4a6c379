"""LanguageTool (https://languagetool.org), a grammar checker in Java, asked over HTTP."""
