"""A raw text as a string of symbols that still knows the raw place of each word."""

import re
from dataclasses import dataclass

from bot.safety.mapped import Mapped
from bot.safety.repair import ALONE, Repair, hints
from bot.safety.vocabulary import HARD, SOFT, Vocabulary

LIMIT = 4_000  # characters matched; Discord's own longest message
WIDE_LIMIT = 1_200
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_CODE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]*[=;{}<>$/\\()\[\]-][^`\n]*`", re.DOTALL)
_QUOTE = re.compile(r"(?m)^[ \t]*>>> [\s\S]*\Z|^[ \t]*>[ \t]?[^\n]*$")
_ASKED = re.compile(r"[ \t]*>([^\n\"]*\b(?:you|u|your|yourself)\b[^\n\"]*)")
_COMMAND = re.compile(r"(?m)^[ \t]*[!/$%;.?](?=[a-z])[^\n]*$")
_LINK = re.compile(r"<?(?:https?://|www\.|discord\.gg/)\S+|<(?:a?:\w+:|[@#]!?&?|t:)\d*[:\w]*>")
_HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]+"
)
_TOKEN = re.compile(
    r"(?P<word>[^\W_]+(?:'[^\W_]+)*)|(?P<hard>[.!?](?=[\s.!?\"')]|$)[.!?]*|\n)"
    r"|(?P<soft>\.\.+|[,;:()]|(?<=\s)-+(?=\s))|(?P<quote>\")"
    r"|(?P<open>(?:(?<=\s)|^)')|(?P<close>'(?=\W|$))"
)
_PREFIXES = frozenset("!/$%;.?")  # before the commands of bots
_SHORT_LINE = 3  # words: a line no longer than this runs on into the next


@dataclass(frozen=True, slots=True)
class Reading:
    """Symbols, the raw start and end of each, and which stretches stand in quotation marks."""

    symbols: str
    starts: list[int]
    ends: list[int]
    quotes: list[tuple[int, int]]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Raw place of the symbols `[first, last)`."""
        return self.starts[first], self.ends[last - 1]


def limit_of(raw: str) -> int:
    """How many characters of a text are matched: fewer where every character is a word."""
    if raw.isascii() or len(raw) <= WIDE_LIMIT:
        return LIMIT
    return WIDE_LIMIT if len(_WIDE.findall(raw)) > len(raw) // 4 else LIMIT


def shorten(raw: str, limit: int) -> tuple[str, int, int]:
    """At most `limit` characters, with the length of the head and how many were left out after it.

    The beginning and the end are kept, because a plea stands at either, and a line ends between.
    """
    if len(raw) <= limit:
        return raw, len(raw), 0
    head = limit * 5 // 8
    return f"{raw[:head]}\n{raw[head + 1 - limit :]}", head, len(raw) - limit


def visible(raw: str) -> Mapped | None:
    """A far too long text without its invisible characters; None when it holds none."""
    if raw.isascii() or not _HIDDEN.search(raw):
        return None
    kept: list[str] = []
    at: list[int] = []
    done = 0
    for match in _HIDDEN.finditer(raw):
        kept.append(raw[done : match.start()])
        at += range(done, match.start())
        done = match.end()
    kept.append(raw[done:])
    at += range(done, len(raw))
    return Mapped("".join(kept), at, [place + 1 for place in at])


def read(raw: str, words: Vocabulary, repair: Repair) -> Reading:
    """Fold, repair, cut into words, and write the symbols."""
    text = Mapped.of(raw)
    if raw[:1] in _PREFIXES:
        text = text.sub(_COMMAND, _as_break, 1)
    if ">" in raw or "`" in raw:
        text = text.sub(_QUOTE, _as_question).sub(_CODE, _as_break)
    if "://" in text.text or "<" in text.text or "www." in text.text or "discord.gg" in text.text:
        text = text.sub(_LINK, _as_gone)
    pieces = text.text.split()
    hint = hints(text.text, pieces, strange=True, alone=not ALONE.isdisjoint(pieces))
    return _Scribe(repair.mend(text, hint) if hint else text, words).write()


def _as_break(_: re.Match[str]) -> str:
    return "\n"


def _as_question(match: re.Match[str]) -> str:
    """A quoted line that speaks to somebody is kept in quotation marks: a "yes" may follow."""
    asked = _ASKED.fullmatch(match[0])
    return f'"{asked[1]}"' if asked else "\n"


def _as_gone(_: re.Match[str]) -> str:
    return " "


class _Scribe:
    """Writes one reading; used once."""

    def __init__(self, text: Mapped, words: Vocabulary) -> None:
        self._text = text
        self._words = words
        self._symbols: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._quotes: list[tuple[int, int]] = []
        self._opened: int | None = None
        self._line = 0

    def write(self) -> Reading:
        table, unlisted, breaks = self._words.table, self._words.unlisted, self._words.breaks
        text, starts, ends = self._text, self._text.starts, self._text.ends
        for match in _TOKEN.finditer(text.text):
            kind = match.lastgroup
            if kind != "word":
                self._other(match, str(kind))
                continue
            word = match[0]
            symbols = table.get(word) or unlisted(word)
            if word in breaks:
                self._mark(SOFT, match)
            self._line += 1
            first, last = match.span()
            self._symbols.append(symbols)
            self._starts += [starts[first]] * len(symbols)
            self._ends += [ends[last - 1]] * len(symbols)
        return Reading("".join(self._symbols), self._starts, self._ends, self._quotes)

    def _other(self, match: re.Match[str], kind: str) -> None:
        if kind == "hard":
            self._hard(match)
        elif kind == "soft":
            self._mark(SOFT, match)
        else:
            self._quote(match, kind)

    def _hard(self, match: re.Match[str]) -> None:
        if match[0] == "\n":
            short = 0 < self._line <= _SHORT_LINE
            self._line = 0
            self._mark(SOFT if short else HARD, match)
        else:
            self._line = _SHORT_LINE + 1
            self._mark(HARD, match)

    def _mark(self, symbol: str, match: re.Match[str]) -> None:
        if self._symbols and self._symbols[-1] in (HARD, SOFT):
            if symbol == SOFT or self._symbols[-1] == HARD:
                return
            self._symbols[-1] = symbol
            return
        start, end = self._place(match)
        self._symbols.append(symbol)
        self._starts.append(start)
        self._ends.append(end)

    def _quote(self, match: re.Match[str], kind: str) -> None:
        here = len(self._starts)
        if self._opened is None:
            if kind != "close":
                self._opened = here
                self._mark(SOFT, match)
            return
        if kind == "open":
            return
        if here - self._opened > 1:
            self._quotes.append((self._opened, here))
        self._opened = None
        self._mark(SOFT, match)

    def _place(self, match: re.Match[str]) -> tuple[int, int]:
        text = self._text
        return text.starts[match.start()], text.ends[match.end() - 1]
