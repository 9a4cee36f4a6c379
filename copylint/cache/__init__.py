"""Results kept between runs, in the platform's cache folder. Deleting it loses nothing but time."""
