"""From a directory of phrase files to a lexicon, proved unless that was done before."""

import gc
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from bot.content.lexicon import Packs, load_lexicon, mark_proved
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
    with _unswept():
        packs = load_lexicon(directory)
        lexicon = _compile(packs)
    if not packs.proved:
        _prove(packs, lexicon)
    return lexicon


def prove(directory: Path) -> None:
    """Run every example of a directory and note that they hold, as `load` then trusts.

    Raises:
        BrokenContent: as `load`.
    """
    packs = load_lexicon(directory)
    _prove(packs, _compile(packs))
    mark_proved(packs)


@contextmanager
def _unswept() -> Generator[None]:
    """Without walks of the garbage collector, of which half the time would go into finding nothing.

    Nothing here goes round in circles, and beside all that a bot holds each walk is long.
    """
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if swept:
            gc.enable()


def _compile(packs: Packs) -> Lexicon:
    try:
        return compile_lexicon(packs.packs)
    except LexiconError as broken:
        raise BrokenContent(packs.directory, broken.entry, broken.field, str(broken)) from broken


def _prove(packs: Packs, lexicon: Lexicon) -> None:
    for failure in failures(lexicon):
        raise BrokenContent(packs.directory, failure.rule, failure.field, failure.why)
