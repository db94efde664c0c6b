"""`python -m bot`: the one entry of the program."""

import sys

from bot.process.cli import run


def main() -> None:
    """Run a command and end with its exit code."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
