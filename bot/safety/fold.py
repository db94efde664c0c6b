"""One character at a time into plain lower case: look-alikes, accents, styles, telling emoji."""

import unicodedata
from functools import lru_cache

LOOK_ALIKE = {
    **dict(zip("аеорсухіјѕһԁոԛԝвкмнтбпгзлиуё", "aeopcyxijshdnqwbkmhtbnr3nuye", strict=True)),
    **dict(zip("αβεικνορτυχηκγωϲϳ", "abeikvoptuxnkywcj", strict=True)),
}
"""Cyrillic and Greek letters that pass for Latin ones; used only in words that mix scripts."""

_PLAIN = {
    **dict(zip("ıłøđħŧĸŋßðþ", "ilodhtknsdp", strict=True)),
    **dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True)),
    **dict(zip("ɑɡɩʟɛɔʌʋɯɾʃ", "agileocvwrs", strict=True)),
    "ß": "ss", "æ": "ae", "œ": "oe", "‘": "'", "’": "'", "ʼ": "'", "`": "`", "´": "'",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": " - ", "—": " - ", "…": " ,, ",
    "¡": " ", "¿": " ", "。": " . ", "、": " , ", "，": " , ", "！": " ! ", "？": " ? ", "।": " . ",
    "؟": " ? ", "،": " , ", "\u2028": "\n", "\u2029": "\n", "¶": " ", "•": " ", "·": ".",
}  # fmt: skip
_EMOJI = {
    "🔫": "gunpic", "🔪": "knifepic", "🗡": "knifepic", "🪒": "bladepic", "💊": "pillpic",
    "🩸": "bloodpic", "😂": "laughpic", "🤣": "laughpic", "😹": "laughpic", "😆": "laughpic",
    "💀": "laughpic", "☠": "laughpic", "😭": "crypic", "🪢": "ropepic", "⚰": "coffinpic",
    "🪦": "coffinpic", "👋": "wavepic", "🌉": "bridgepic", "😍": "lovepic", "🥰": "lovepic",
    "😅": "laughpic", "🙃": "oddpic", "🎵": "songpic", "🎶": "songpic",
}  # fmt: skip
_SQUARED = (0x1F170, 0x1F150, 0x1F130, 0x1F1E6)  # negative squared, circled, squared, flags
_SKIN = range(0x1F3FB, 0x1F400)


@lru_cache(maxsize=16_384)
def fold(char: str) -> str:
    """What one character of any script is worth here; empty for what only hides.

    The answer is lower case, may be several characters, and has spaces around signs that are
    words by themselves (ideographs, kana, emoji), so that each becomes a word.
    """
    low = char.lower()
    if low.isascii() and len(low) == 1:
        return low
    if char in _EMOJI:
        return f" {_EMOJI[char]} "
    if low in _PLAIN:
        return _PLAIN[low]
    return _by_category(char)


def _by_category(char: str) -> str:
    code, kind = ord(char), unicodedata.category(char)
    if kind in {"Cf", "Cs", "Cc", "Co"} or _hides(code):
        return "" if kind != "Cc" else " "
    if kind in {"Zs", "Zl", "Zp"}:
        return " "
    for first in _SQUARED:
        if first <= code < first + 26:
            return chr(ord("a") + code - first)
    plain = unicodedata.normalize("NFKC", char).lower()
    if _stands_alone(code):
        return f" {plain} "
    return "".join(map(_bare, unicodedata.normalize("NFKC", plain)))


def _bare(char: str) -> str:
    """A Latin letter without its accents; any other letter as it is."""
    if char in _PLAIN:
        return _PLAIN[char]
    base = unicodedata.normalize("NFD", char)
    if len(base) > 1 and base[0].isascii():
        return base[0]
    return char


def _hides(code: int) -> bool:
    return (
        0x0300 <= code <= 0x036F  # combining marks, as in stacked accents
        or 0x0483 <= code <= 0x0489
        or 0x1AB0 <= code <= 0x1AFF
        or 0x1DC0 <= code <= 0x1DFF
        or 0x20D0 <= code <= 0x20FF
        or 0xFE00 <= code <= 0xFE2F  # variation selectors, half marks
        or 0x064B <= code <= 0x0652  # Arabic vowel marks
        or code in {0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0, 0x2800}
        or code in _SKIN
        or code >= 0xE0000
    )


def _stands_alone(code: int) -> bool:
    return 0x3040 <= code <= 0x30FF or 0x3400 <= code <= 0x9FFF or 0x20000 <= code <= 0x3FFFF
