"""Names and nicknames of a community's members, prepared once, so that a text is read in one go."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from bot.safety.fold import fold

# A longer name is known by its beginning.
_MOST_WORDS = 8
# Scripts without spaces between words: each character is a word of its own.
_ALONE = "\u0e00-\u0eff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_ACCENTS = "\u0300-\u036f"
_WORD = re.compile(rf"[{_ALONE}]|(?:[^\W_{_ALONE}]|[{_ACCENTS}])+")
_BEFORE_A_SENTENCE = frozenset('.!?…:;\n"“”>*-•')
# Shorter names are written like somebody's initials, or not seen: "al" and "jo" are words too.
_SURE = 3


@dataclass(slots=True)
class _Step:
    """Where one is inside a name: what may follow, and whether a name ends here.

    `needs_capital`: it ends here, and is an everyday word or very short.
    """

    follows: dict[str, "_Step"] = field(default_factory=dict[str, "_Step"])
    ends: bool = False
    needs_capital: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    folded: str
    start: int
    end: int


class Names:
    """A prepared set of names. Preparing costs by the names, finding by the text alone.

    Args:
        names: as members wrote them: capitals, accents, decorations and fancy letters all count
            as plain ones; a name without a letter is passed over.
        everyday: words of the language, in small letters. A name that is one of them ("Hope")
            is only found with a capital inside a sentence.
    """

    def __init__(self, names: Iterable[str], everyday: Collection[str] = ()) -> None:
        self._root = _Step()
        for name in names:
            self._add([word.folded for word in _words(name)][:_MOST_WORDS], everyday)

    def _add(self, words: list[str], everyday: Collection[str]) -> None:
        whole = "".join(words)
        if not any(map(str.isalpha, whole)) or len(whole) == 1:
            return
        step = self._root
        for word in words:
            step = step.follows.setdefault(word, _Step())
        step.ends = True
        has_case = whole.upper() != whole
        step.needs_capital = has_case and (len(whole) < _SURE or whole in everyday)

    def found_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Where names stand in a text: start and end, one after the other, the longest first."""
        words = list(_words(text))
        at = 0
        while at < len(words):
            length = self._longest(text, words, at)
            if length:
                yield words[at].start, words[at + length - 1].end
            at += length or 1

    def _longest(self, text: str, words: list[_Word], first: int) -> int:
        """How many words the longest name has that begins with a word; 0 where none does."""
        step, longest = self._root, 0
        for count, word in enumerate(words[first : first + _MOST_WORDS], start=1):
            found = step.follows.get(word.folded)
            if found is None:
                break
            step = found
            if step.ends and (not step.needs_capital or _is_a_name(text, words[first])):
                longest = count
        return longest


def _words(text: str) -> Iterator[_Word]:
    for match in _WORD.finditer(text):
        folded = "".join(map(fold, match[0])).replace(" ", "")
        if folded:
            yield _Word(folded, match.start(), match.end())


def _is_a_name(text: str, word: _Word) -> bool:
    """Whether a word is called out, or has its capital for another reason than a sentence's."""
    before = text[max(word.start - 3, 0) : word.start]
    if before.endswith("@"):
        return True
    before = before.rstrip(" \t")
    begins = not before or before[-1] in _BEFORE_A_SENTENCE
    return text[word.start].isupper() and not begins
