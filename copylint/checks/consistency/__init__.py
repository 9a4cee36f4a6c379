"""One thing written in two ways in one article: the rarer way is the finding."""
