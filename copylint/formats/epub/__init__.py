"""EPUB: books, magazines and exported dossiers, each chapter a page of XHTML."""
