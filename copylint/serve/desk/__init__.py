"""The desk: the page at ``/`` on which a sub-editor corrects an article."""
