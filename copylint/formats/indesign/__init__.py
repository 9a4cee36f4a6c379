"""InDesign and InCopy: the stories of IDML packages and ICML files."""
