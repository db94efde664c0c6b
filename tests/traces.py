"""Searches every byte of a folder for ids and words, in each form in which they could be left.

Ids are meant to be Discord's: 17 to 20 digits. A shorter number would be found by chance. What is
compressed or encrypted is not opened.
"""

import base64
import json
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

SHORTEST = 5  # bytes of a number in binary: fewer would be met by chance
LONGEST = 8


def find_traces(folder: Path, ids: Iterable[int], words: Iterable[str]) -> list[str]:
    """Where something was found: file, form and what, one line each; empty if there is no trace.

    Args:
        folder: every file below it is read, also its name.
        ids: searched in decimal, hex, binary (5 to 8 bytes, both ends first) and base64 of those.
        words: searched in UTF-8, both UTF-16 and JSON's escapes, whatever their case.
    """
    wanted = {number: dict(_forms(number)) for number in ids}
    spelt = {word: set(_spellings(word)) for word in words}
    found: list[str] = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder)
        content = str(name).encode() + b"\0" + path.read_bytes()
        for number, forms in wanted.items():
            found += [f"{name}: {number} as {f}" for f, b in forms.items() if b in content]
        read = _readings(content) if spelt else {}
        for word, spellings in spelt.items():
            found += [
                f"{name}: {word!r} as {form}"
                for form, text in read.items()
                if any(spelling in text for spelling in spellings)
            ]
    return found


def _forms(number: int) -> Iterator[tuple[str, bytes]]:
    decimal = str(number).encode()
    yield "decimal", decimal
    for code in ("utf-16-le", "utf-16-be"):
        yield f"decimal in {code}", str(number).encode(code)
    yield from _base64("decimal", decimal)
    for case in (str.lower, str.upper):
        yield f"hex, {case.__name__} case", case(f"{number:x}").encode()
    yield from _base64("hex", f"{number:x}".encode())
    shortest = max(SHORTEST, (number.bit_length() + 7) // 8)
    for length in range(shortest, LONGEST + 1):
        for end in ("big", "little"):
            plain = number.to_bytes(length, end)
            yield f"{length} bytes, {end}", plain
            yield from _base64(f"{length} bytes, {end},", plain)


def _base64(form: str, plain: bytes) -> Iterator[tuple[str, bytes]]:
    """The characters that do not depend on what stands before and after, at each of 3 places."""
    for place in range(3):
        padded = b"\0" * place + plain
        encoded = base64.b64encode(padded)
        # A character holds 6 bits: the first and the last ones may be shared with a neighbour.
        first, last = (place * 8 + 5) // 6, len(padded) * 8 // 6
        sure = encoded[first:last]
        yield f"{form} in base64 ({place})", sure
        yield f"{form} in URL base64 ({place})", sure.translate(bytes.maketrans(b"+/", b"-_"))


def _spellings(word: str) -> Iterator[str]:
    for form in ("NFC", "NFD"):
        spelt = unicodedata.normalize(form, word)
        for case in (spelt, spelt.lower(), spelt.upper(), spelt.title()):
            yield case.casefold()
            yield json.dumps(case)[1:-1].casefold()


def _readings(content: bytes) -> dict[str, str]:
    """The bytes read as text in every way, folded; a character may begin at any byte."""
    read = {"UTF-8": content.decode("utf-8", "replace")}
    for end in ("le", "be"):
        for start in (0, 1):
            code = f"utf-16-{end}"
            read[f"{code} from byte {start}"] = content[start:].decode(code, "replace")
    return {form: text.casefold() for form, text in read.items()}
