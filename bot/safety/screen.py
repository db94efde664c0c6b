"""The screen: a text in, a signal or nothing out. Pure, and quick where there is nothing to say."""

import re
from collections.abc import Sequence

from bot.safety.fold import fold
from bot.safety.index import Index
from bot.safety.lexicon import Lexicon
from bot.safety.plain import plain_symbols
from bot.safety.reading import WIDE_LIMIT, Reading, limit_of, read, shorten, visible
from bot.safety.repair import ALONE, hints
from bot.safety.rule import Rule
from bot.safety.signal import Category, Level, Signal, Span
from bot.safety.weigh import Hit, complete, matters, weigh

_SPLIT = bytes.maketrans(b'!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~', b"                               ")
_WORD = re.compile(r"[^\W_]+")
_MARKED = re.compile(r"[^\W_]*'[^\W_']+")
_JOIN_WORDS = 4  # a piece no longer than this may be the middle of a sentence


def screen(text: str, lexicon: Lexicon) -> Signal | None:
    """What the text says of danger to its author or another; None when there is nothing to do.

    Of a text longer than 4,000 characters the first 2,500 and the last 1,500 are read.
    """
    if len(text) > WIDE_LIMIT and len(text) > limit_of(text):
        return _screen_long(text, lexicon)
    low = text.lower() if text.isascii() else "".join(map(fold, text))
    if not _worth_reading(low, lexicon):
        return None
    reading = read(text, lexicon.words, lexicon.repair)
    return judge(reading, weigh(reading, lexicon), lexicon)


def _worth_reading(low: str, lexicon: Lexicon) -> bool:
    """Whether some phrase could hold. Nearly every message of a day ends here."""
    gate, own = lexicon.gate, lexicon.own
    words = _words(low)
    looked = gate.look(words)
    hint = hints(low, words, strange=looked & gate.STRANGE != 0, alone=looked & gate.ALONE != 0)
    if hint:
        mended = lexicon.repair.mend_text(low, hint)
        if mended != low:
            low, words = mended, _words(mended)
            looked = gate.look(words)
    met = gate.opens(looked)
    ours = own.opens(own.look(words)) if own else 0
    if not met and not ours:
        return False
    symbols = plain_symbols(low, lexicon.plain)
    return symbols is None or matters(symbols, lexicon, met, ours)


def may_hold(text: str, index: Index[Rule], lexicon: Lexicon) -> bool:
    """Whether some phrase of an index could be in a text: quick, and never wrongly no."""
    low = text.lower() if text.isascii() else "".join(map(fold, text))
    words = _words(low)
    if hint := hints(low, words, strange=True, alone=not ALONE.isdisjoint(words)):
        words += _words(lexicon.repair.mend_text(low, hint))
    symbols = "".join(lexicon.words.table.get(word, "") for word in words)
    return index.met(index.over((index.serves(symbols),))) != 0


def _words(low: str) -> list[str]:
    """Every word that a folded text may hold, in any of the ways its apostrophes can be meant."""
    if low.isascii():
        words = low.encode("ascii").translate(_SPLIT).decode("ascii").split()
        marked = [word.strip("'") for word in words if "'" in word] if "'" in low else ()
    else:
        words = _WORD.findall(low)
        marked = [word.strip("'") for word in _MARKED.findall(low)] if "'" in low else ()
    for word in marked:
        words.append(word.replace("'", ""))
        words.append(word.removesuffix("'s"))
    return words


def _screen_long(text: str, lexicon: Lexicon) -> Signal | None:
    bare = visible(text)
    seen = bare.text if bare else text
    short, head, left_out = shorten(seen, limit_of(seen))
    signal = screen(short, lexicon)
    if signal is None:
        return None

    def back(place: int) -> int:
        place = place if place <= head else place + left_out
        if bare is None:
            return min(place, len(text))
        return bare.starts[place] if place < len(bare.starts) else len(text)

    spans = tuple((back(start), back(end - 1) + 1) for start, end in signal.spans)
    return Signal(signal.level, signal.category, signal.rules, spans, signal.lowered_by)


def judge(reading: Reading, hits: Sequence[Hit], lexicon: Lexicon) -> Signal | None:
    """The gravest of what holds, alone or together, and everything that makes it so."""
    made: list[tuple[Level, str, Category, list[Hit]]] = [
        (hit.level, hit.rule.id, hit.rule.category, [hit]) for hit in hits if hit.level.rank > 0
    ]
    categories = {entry.id: entry.category for entry in lexicon.together}
    made += [
        (level, name, categories[name], parts) for name, level, parts in complete(hits, lexicon)
    ]
    if not made:
        return None
    top = max(level.rank for level, *_ in made)
    best = [entry for entry in made if entry[0].rank == top]
    # Of those that begin at one word the longest is the most exact.
    best.sort(
        key=lambda entry: (
            entry[0] is not Level.THIRD_PARTY,
            entry[3][0].first,
            -entry[3][0].last,
        )
    )
    level, _, category, _ = best[0]
    spans: set[Span] = {reading.span(h.first, h.last) for entry in best for h in entry[3]}
    return Signal(
        level,
        category,
        tuple(dict.fromkeys(name for _, name, _, _ in best)),
        tuple(sorted(spans)),
        tuple(dict.fromkeys(cue for hit in hits for cue in hit.lowered_by)),
    )


def screen_together(texts: Sequence[str], lexicon: Lexicon) -> Signal | None:
    """A member's last few messages read as one: "i want", "to", "die".

    Pieces of a few words run on into the next; longer ones are sentences of their own. The spans
    are those inside the last text, and may be none.
    """
    if not texts:
        return None
    whole = ""
    begin = 0
    for text in texts:
        if whole:
            last_line = whole.rsplit("\n", 1)[-1]
            whole += " " if len(last_line.split()) <= _JOIN_WORDS else "\n"
        begin = len(whole)
        whole += text
    signal = screen(whole, lexicon)
    if signal is None:
        return None
    here = [(max(start - begin, 0), end - begin) for start, end in signal.spans if end > begin]
    spans = tuple(dict.fromkeys(here))  # places that differ in the whole may be one in the last
    return Signal(signal.level, signal.category, signal.rules, spans, signal.lowered_by)
