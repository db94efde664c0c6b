"""The crisis-language screen: pure phrase rules that a moderator can read."""
