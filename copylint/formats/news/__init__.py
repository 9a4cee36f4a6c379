"""News in XML: NITF, NewsML-G2, RSS and Atom."""
