"""From a directory of phrase files to a lexicon, proved unless that was done before."""

from pathlib import Path

from bot.content.lexicon import load_lexicon
from bot.errors import BrokenContent
from bot.safety.lexicon import Lexicon, LexiconError, compile_lexicon
from bot.safety.proof import failures


def load(directory: Path) -> Lexicon:
    """Read and compile the lexicon of a directory.

    Its examples are run only when the files are not the ones that `proved.txt` names, so that an
    edited lexicon is checked at the next start and a shipped one costs nothing (decision 0020).

    Raises:
        BrokenContent: a file, entry or field is wrong, or an example does not hold.
    """
    packs = load_lexicon(directory)
    try:
        lexicon = compile_lexicon(packs.packs)
    except LexiconError as broken:
        raise BrokenContent(directory, broken.entry, broken.field, str(broken)) from broken
    if not packs.proved:
        for failure in failures(lexicon):
            raise BrokenContent(directory, failure.rule, failure.field, failure.why)
    return lexicon
