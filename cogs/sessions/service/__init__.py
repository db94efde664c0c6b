"""What can be done with sessions, as verbs; no Discord."""
