"""The rehearsal: the real bot in a simulated Discord, in the operator's own browser."""
