"""The key of one check-in: made when it opens, destroyed when it closes, never in the database.

**The rule.** While a check-in is open, what somebody chose and wrote stands in the database only
sealed under this key, in a row that is found only by a token made with it. So whoever reads the
database, its journal (also pages that were overwritten since) and the logs learns at most *that*
somebody answered, and about when; what they answered stands nowhere. In particular:

* rows are kept in the order of their tokens, not of their coming, and carry no time of their own;
* every row has one of two lengths (with words, without), whatever was answered;
* a changed answer is sealed anew, so that it cannot be seen whether it changed;
* nothing about an answer is logged or audited, and no button's address carries one;
* after the close only what was published remains (`domain.publish`), and the key is gone:
  then nobody can open what may still lie in the journal or in a copy of the database.

Who holds database, `HEARTH_KEY` and this file while the check-in is open can read the answers and
try every member's id against the tokens; docs/privacy.md says so. The files lie in `HEARTH_HOME`
in a folder that asks backup programs to leave it out; docs/operating.md says never to copy it.
"""

import hmac
import json
import secrets
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.epochs import files
from bot.ids import UserId
from cogs.checkins.domain import MAX_WORDS, Answer

KEY_BYTES = 32
TOKEN_BYTES = 16
_NONCE = 12
# One length for every answer without words, one for every answer with them.
_BRIEF, _LONG = 64, MAX_WORDS * 6 + 64  # bytes; JSON needs at most six for a character
_ENDING = ".key"


@dataclass(frozen=True, slots=True)
class Key:
    """The key of one open check-in; it never shows itself in a log."""

    secret: bytes

    def __repr__(self) -> str:
        """Nothing of it."""
        return "Key(…)"

    def token(self, user: UserId) -> bytes:
        """By what somebody's answer to this check-in is found."""
        said = b"who\0" + user.to_bytes(8, "big")
        return hmac.digest(self.secret, said, "sha256")[:TOKEN_BYTES]

    def seal(self, token: bytes, answer: Answer) -> bytes:
        """An answer as it may stand in the database."""
        said = json.dumps([answer.level, answer.words], ensure_ascii=False)
        plain = said.encode("utf-8", "surrogatepass")
        plain = plain.ljust(_LONG if answer.words else _BRIEF)
        nonce = secrets.token_bytes(_NONCE)
        return nonce + self._cipher().encrypt(nonce, plain, token)

    def open(self, token: bytes, sealed: bytes) -> Answer | None:
        """An answer of this check-in; None where it is of another key."""
        try:
            plain = self._cipher().decrypt(sealed[:_NONCE], sealed[_NONCE:], token)
        except InvalidTag:
            return None
        return Answer(*json.loads(plain.decode("utf-8", "surrogatepass")))

    def _cipher(self) -> AESGCM:
        return AESGCM(hmac.digest(self.secret, b"what", "sha256"))


class CheckInKeys:
    """The folder of keys, one small file for each open check-in."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def make(self, number: int) -> Key:
        """A fresh key; one of that number from before is gone.

        Raises:
            KeysUnusable: the disk is full, or cannot be written.
        """
        files.prepare(self._folder)
        key = Key(secrets.token_bytes(KEY_BYTES))
        files.remake(self._file(number), key.secret)
        return key

    def get(self, number: int) -> Key | None:
        """The key of an open check-in, or None where there is none any more.

        Raises:
            KeysUnusable: it is there and cannot be read.
        """
        found = files.read(self._file(number))
        return Key(found) if found is not None and len(found) == KEY_BYTES else None

    def destroy(self, number: int) -> None:
        """Overwrite it and let it go; one that is gone already is no trouble.

        Raises:
            KeysUnusable: it is still there.
        """
        files.erase(self._file(number))

    def numbers(self) -> set[int]:
        """Of which check-ins there are keys."""
        if not self._folder.is_dir():
            return set()
        names = (path.stem for path in self._folder.glob(f"*{_ENDING}"))
        return {int(name) for name in names if name.isascii() and name.isdigit()}

    def sweep(self, living: set[int]) -> None:
        """Destroy every key whose check-in is not open, and whatever was half made.

        Raises:
            KeysUnusable: one of them is still there.
        """
        for number in self.numbers() - living:
            self.destroy(number)
        for half in self._folder.glob(f"{files.MAKING}*"):
            files.erase(half)

    def _file(self, number: int) -> Path:
        return self._folder / f"{number}{_ENDING}"
