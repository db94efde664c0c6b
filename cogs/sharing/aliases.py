"""The name under which somebody speaks in one thread: "Quiet Heron", in the next another."""

import hmac

from bot.content.aliases import AliasWords

_ROUNDS = 8


def alias(words: AliasWords, thread_key: bytes, seq: int) -> str:
    """The name of the n-th person who speaks in a thread.

    Unique inside the thread for every `seq`; without the thread's key nothing about `seq`, and
    nothing about another thread, follows from it. When every pair is taken, a number follows.
    Keep what it answers: with other words, the same person would have another name.

    Args:
        words: the words of the community's language.
        thread_key: at least 16 random bytes that belong to this thread alone.
        seq: 0 for the first, without gaps.
    """
    turn, place = divmod(seq, words.pairs)
    name = words.pair(_shuffled(thread_key, place, words.pairs))
    return f"{name} {turn + 1}" if turn else name


def _shuffled(key: bytes, place: int, count: int) -> int:
    """The place in a keyed shuffle of `count` places.

    A Feistel network over the next even number of bits, walked until it lands inside: each place
    is reached from one place only (Black and Rogaway, "Ciphers with Arbitrary Finite Domains").
    """
    half = (max(count - 1, 1).bit_length() + 1) // 2
    mask = (1 << half) - 1
    while True:
        left, right = place >> half, place & mask
        for turn in range(_ROUNDS):
            left, right = right, left ^ (_mixed(key, turn, right) & mask)
        place = left << half | right
        if place < count:
            return place


def _mixed(key: bytes, turn: int, half: int) -> int:
    message = b"alias\0" + bytes((turn,)) + half.to_bytes(8, "big")
    return int.from_bytes(hmac.digest(key, message, "sha256")[:8], "big")
