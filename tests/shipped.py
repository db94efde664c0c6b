"""What ships in `data/`, read once for a whole run of tests."""

from bot.app import Words

WORDS = Words.load()
