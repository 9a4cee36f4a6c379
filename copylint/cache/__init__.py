"""What is kept from run to run, in the platform's cache folder. Nothing here is needed."""
