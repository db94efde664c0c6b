"""What may be told of anonymous taps: never a number so small that it points at somebody."""

from collections.abc import Sequence

ENOUGH = 5
# From the finest to the coarsest: which taps are told together.
_MERGED = (((0,), (1,), (2,)), ((0,), (1, 2)), ((0, 1), (2,)), ((0, 1, 2),))


def told(tally: Sequence[int]) -> list[tuple[tuple[int, ...], int]] | None:
    """Counts by taps told together, none of them 1 to 4; None: fewer than five in all."""
    for groups in _MERGED:
        counts = [sum(tally[each] for each in group) for group in groups]
        if sum(counts) >= ENOUGH and all(count == 0 or count >= ENOUGH for count in counts):
            return list(zip(groups, counts, strict=True))
    return None
