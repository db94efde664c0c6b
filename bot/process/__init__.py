"""Commands of the process that are not the bot itself, one module each."""
