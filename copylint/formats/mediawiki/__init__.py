"""MediaWiki: the markup of Wikipedia and of many other wikis."""
