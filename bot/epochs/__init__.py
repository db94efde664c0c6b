"""Epoch keys: what a share's author hangs on: files outside the database, for a time."""
