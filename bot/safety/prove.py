"""Runs every example of the lexicon and, where all hold, names its files as proved.

python -m bot.safety.prove data/lexicon
"""

import sys
from pathlib import Path

from bot.content.lexicon import PROVED, load_lexicon
from bot.errors import BrokenContent
from bot.safety.lexicon import LexiconError, compile_lexicon
from bot.safety.proof import failures


def prove(directory: Path) -> int:
    """Answers how many faults there are, each told in a line; at none, the digest is written."""
    try:
        packs = load_lexicon(directory)
        broken = list(failures(compile_lexicon(packs.packs)))
    except BrokenContent as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    except LexiconError as problem:
        sys.stderr.write(f"{problem.entry} · {problem.field}: {problem}\n")
        return 1
    for each in broken:
        sys.stderr.write(f"{each.rule} · {each.field}: {each.why}\n")
    if not broken:
        (directory / PROVED).write_text(packs.digest + "\n", encoding="utf-8")
    return len(broken)


if __name__ == "__main__":
    sys.exit(min(1, prove(Path(sys.argv[1]))))
