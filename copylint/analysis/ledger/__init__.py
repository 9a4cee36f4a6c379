"""The ledger of one article: its statements of figures, people, dates, places and quotations."""
