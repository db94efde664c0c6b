"""What the house does, without Discord: it speaks of ids and values."""
