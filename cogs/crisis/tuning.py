"""A community's own phrases and switched-off rules: what they would change, before they do."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from bot.errors import Refusal
from bot.ids import GuildId
from bot.safety.index import Index
from bot.safety.lexicon import ExtraPhrase, Lexicon, LexiconError, Tuning, tune
from bot.safety.rule import Rule
from bot.safety.screen import may_hold, screen
from bot.safety.signal import Category, Level
from bot.services.settings import Settings
from cogs.crisis.domain import CrisisSettings, OwnPhrase

MOST_PHRASES = 100
SHORTEST = 5  # letters and figures: shorter ones stand inside everybody's day
SHOWN = 3  # examples that are told


class NotAPhrase(Refusal):
    """Nothing in it that could be looked for, or an everyday word alone."""

    key = "refusal.not-a-phrase"


class TooManyPhrases(Refusal):
    """The community has as many phrases as it may."""

    key = "refusal.too-many-phrases"


class NoSuchRule(Refusal):
    """No rule is called so."""

    key = "refusal.no-such-rule"


@dataclass(frozen=True, slots=True)
class Effect:
    """Built-in examples whose level a change would move: those newly heard, those lost."""

    heard: tuple[str, ...]
    lost: tuple[str, ...]


class Lexicons:
    """The lexicon of each community: the built-in one, or one tuned to their decisions."""

    def __init__(self, base: Lexicon, settings: Settings) -> None:
        self._base, self._settings = base, settings
        self._tuned: dict[GuildId, Lexicon] = {}

    def of(self, guild: GuildId) -> Lexicon:
        """The lexicon that a community's messages are read with."""
        return self._tuned.get(guild, self._base)

    async def prepare(self, guild: GuildId) -> None:
        """Bring a community's lexicon up to its settings; takes a moment, beside the loop."""
        chosen = self._settings.of(guild, CrisisSettings)
        if not chosen.phrases and not chosen.off:
            self._tuned.pop(guild, None)
            return
        self._tuned[guild] = await asyncio.to_thread(_tuned, self._base, chosen)

    async def effect(self, guild: GuildId, phrases: Sequence[OwnPhrase]) -> Effect:
        """What these phrases would change among the built-in examples.

        Raises:
            NotAPhrase: one of them cannot be looked for.
        """
        chosen = self._settings.of(guild, CrisisSettings)
        wanted = chosen.model_copy(update={"phrases": tuple(phrases)})
        return await asyncio.to_thread(_effect, self._base, self.of(guild), wanted)


def check_phrase(phrase: str, base: Lexicon, known: Sequence[OwnPhrase]) -> str:
    """The phrase as it is kept.

    Raises:
        NotAPhrase, TooManyPhrases: as they say.
    """
    kept = " ".join(phrase.split())
    words = "".join(char if char.isalnum() else " " for char in kept.casefold()).split()
    everyday = {word for pack in base.packs for word in pack.common}
    alone = len(words) == 1 and (words[0] in everyday or words[0] in base.words.table)
    if sum(map(len, words)) < SHORTEST or alone:
        raise NotAPhrase
    if len(known) >= MOST_PHRASES:
        raise TooManyPhrases
    return kept


def check_rule(rule: str, base: Lexicon) -> str:
    """The id of a rule as it is written in the lexicon.

    Raises:
        NoSuchRule: none is called so.
    """
    wanted = rule.strip().casefold()
    if wanted not in base.rule_ids:
        raise NoSuchRule
    return wanted


def _tuned(base: Lexicon, chosen: CrisisSettings) -> Lexicon:
    extra = tuple(
        ExtraPhrase(f"own.{each.id}", each.phrase, Category(each.category), Level(each.level))
        for each in chosen.phrases
    )
    off = frozenset(rule for rule in chosen.off if rule in base.rule_ids)
    try:
        return tune(base, Tuning(extra, off))
    except LexiconError:
        raise NotAPhrase from None


def _effect(base: Lexicon, now: Lexicon, wanted: CrisisSettings) -> Effect:
    then = _tuned(base, wanted)
    # Only phrases differ, so only a text that could hold one of those is read twice.
    differing = [_own(then, now), _own(now, then)]
    heard: list[str] = []
    lost: list[str] = []
    for rule in (rule for pack in base.packs for rule in pack.rules):
        for text in (*rule.matches, *rule.avoids):
            if not any(may_hold(text, index, one) for one, index in differing):
                continue
            before, after = _rank(text, now), _rank(text, then)
            if after > before:
                heard.append(text)
            elif after < before:
                lost.append(text)
    return Effect(tuple(dict.fromkeys(heard)), tuple(dict.fromkeys(lost)))


def _own(here: Lexicon, there: Lexicon) -> tuple[Lexicon, Index[Rule]]:
    """The phrases of a community that stand in one lexicon and not in another."""
    known = set(there.tuning.extra)
    only = [here.rules[each.id] for each in here.tuning.extra if each not in known]
    return here, Index(only, here.words, here.wants)


def _rank(text: str, lexicon: Lexicon) -> int:
    signal = screen(text, lexicon)
    return 0 if signal is None else signal.level.rank
