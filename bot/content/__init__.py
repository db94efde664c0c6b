"""Content that ships in `data/`: read once, checked, frozen."""
