"""A changed text that still knows where each of its characters came from."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from bot.safety.fold import fold


@dataclass(frozen=True, slots=True)
class Mapped:
    """`text` after some changes; character i came from raw `[starts[i], ends[i])`."""

    text: str
    starts: list[int]
    ends: list[int]

    @classmethod
    def of(cls, raw: str) -> "Mapped":
        """Fold `raw` character by character."""
        if raw.isascii():
            size = len(raw)
            return cls(raw.lower(), list(range(size)), list(range(1, size + 1)))
        pieces = list(map(fold, raw))
        starts = [at for at, piece in enumerate(pieces) for _ in piece]
        return cls("".join(pieces), starts, [at + 1 for at in starts])

    def sub(
        self, pattern: re.Pattern[str], change: Callable[[re.Match[str]], str], most: int = 4_000
    ) -> "Mapped":
        """Replace the first `most` matches, as `re.sub` does.

        What replaces a match points at the whole of what it replaced.
        """
        texts: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        done = 0
        for match in islice(pattern.finditer(self.text), most):
            here, there = match.span()
            new = change(match)
            if new == match[0]:
                continue
            texts += (self.text[done:here], new)
            starts += self.starts[done:here]
            ends += self.ends[done:here]
            if there > here:
                starts += [self.starts[here]] * len(new)
                ends += [self.ends[there - 1]] * len(new)
            done = there
        if not texts:
            return self
        texts.append(self.text[done:])
        starts += self.starts[done:]
        ends += self.ends[done:]
        return Mapped("".join(texts), starts, ends)
