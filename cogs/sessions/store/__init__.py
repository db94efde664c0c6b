"""What is remembered of sessions: the plans, their meetings, and who comes."""
