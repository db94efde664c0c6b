"""One folder per capability, neighbours and not lodgers."""
