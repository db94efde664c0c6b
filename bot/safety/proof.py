"""Rules proved by their own examples, before and after a community's changes."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.content.lexicon import RuleEntry, TogetherEntry
from bot.safety.lexicon import Lexicon, Tuning, tune
from bot.safety.screen import screen
from bot.safety.signal import Level


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that does not hold: which rule, `matches` or `avoids`, and what happened."""

    rule: str
    field: str
    why: str


@dataclass(frozen=True, slots=True)
class Change:
    """A built-in example that a tuning reads otherwise."""

    rule: str
    example: str
    before: Level
    after: Level


def _entries(lexicon: Lexicon) -> Iterator[RuleEntry | TogetherEntry]:
    for pack in lexicon.packs:
        yield from pack.rules
        yield from pack.together


def level_of(text: str, lexicon: Lexicon) -> Level:
    """The level of a text, none included."""
    signal = screen(text, lexicon)
    return signal.level if signal else Level.NONE


def failures(lexicon: Lexicon) -> Iterator[Failure]:
    """Examples that do not hold.

    What must match makes a signal at the rule's level or above it, of that rule where no graver
    one speaks; a sign (level none) is only asked not to fail. What must not match does not name
    the rule.
    """
    for entry in _entries(lexicon):
        wanted = Level(entry.level)
        for text in entry.matches:
            signal = screen(text, lexicon)
            found = signal.level if signal else Level.NONE
            named = signal is not None and (entry.id in signal.rules or found.rank > wanted.rank)
            if found.rank < wanted.rank or (wanted is not Level.NONE and not named):
                rules = signal.rules if signal else ()
                yield Failure(entry.id, "matches", f"{text!r} gives {found} by {rules}")
        for text in entry.avoids:
            signal = screen(text, lexicon)
            if signal is not None and entry.id in signal.rules:
                yield Failure(entry.id, "avoids", f"{text!r} gives {signal.level}")


def changed_by(lexicon: Lexicon, tuning: Tuning) -> tuple[Change, ...]:
    """Which built-in examples would be read at another level under a tuning.

    Raises:
        LexiconError: the tuning cannot be used.
    """
    tuned = tune(lexicon, tuning)
    changes: list[Change] = []
    for entry in _entries(lexicon):
        for text in (*entry.matches, *entry.avoids):
            before, after = level_of(text, lexicon), level_of(text, tuned)
            if before != after:
                changes.append(Change(entry.id, text, before, after))
    return tuple(changes)
