"""Tables and repositories that everyone needs; no Discord, no wording."""
