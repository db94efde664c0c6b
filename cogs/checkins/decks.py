"""Decks of questions: those that ship, and a community's own; what can be changed about these."""

from collections.abc import Callable, Mapping
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from bot.content.prompts import Prompts
from bot.errors import Refusal
from bot.sections import Section
from cogs.checkins.domain import DECKS

NAME, TEXT = 60, 300  # characters; the latter as in data/prompts
MOST_DECKS, MOST_CARDS = 10, 50  # two selects hold the latter
OWN = "own-"


class DeckGone(Refusal):
    """The deck, or the question in it, was removed meanwhile."""

    key = "refusal.checkin-deck-gone"


class DeckFull(Refusal):
    """As many decks, or as many questions in one, as there may be."""

    key = "refusal.checkin-deck-full"


class NoWord(Refusal):
    """Nothing was written."""

    key = "refusal.checkin-no-word"


class SaidAlready(Refusal):
    """The deck has this question already."""

    key = "refusal.checkin-said-already"


class OwnCard(BaseModel):
    """One question of a community's own. Numbers are never used twice."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    number: int
    text: Annotated[str, Field(max_length=TEXT)]


class OwnDeck(BaseModel):
    """Some questions under a name."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    number: int
    name: Annotated[str, Field(max_length=NAME)]
    cards: tuple[OwnCard, ...] = ()

    @property
    def key(self) -> str:
        """By what a schedule names it."""
        return f"{OWN}{self.number}"


class CheckInSettings(Section):
    """The decks of a community's own. `last` is the highest number that was ever given."""

    section: ClassVar[str] = "checkins"

    decks: tuple[OwnDeck, ...] = ()
    last: int = 0

    def deck(self, number: int) -> OwnDeck:
        """One of them.

        Raises:
            DeckGone: it is not there.
        """
        found = next((each for each in self.decks if each.number == number), None)
        if found is None:
            raise DeckGone
        return found

    def card(self, deck: int, number: int) -> OwnCard:
        """One question.

        Raises:
            DeckGone: it is not there.
        """
        found = next((each for each in self.deck(deck).cards if each.number == number), None)
        if found is None:
            raise DeckGone
        return found


Decided = Callable[[CheckInSettings], Mapping[str, object]]


def named(number: int, name: str) -> Decided:
    """A deck gets a name; 0 is a new one.

    Raises:
        DeckGone, DeckFull, NoWord: as they say.
    """

    def how(now: CheckInSettings) -> Mapping[str, object]:
        said = _written(name, NAME)
        if number:
            renamed = now.deck(number).model_copy(update={"name": said})
            return _with(now, renamed)
        if len(now.decks) >= MOST_DECKS:
            raise DeckFull
        fresh = OwnDeck(number=now.last + 1, name=said)
        return {"decks": (*now.decks, fresh), "last": fresh.number}

    return how


def asking(deck: int, number: int, text: str) -> Decided:
    """A question of a deck gets its words; 0 is a new one.

    Raises:
        DeckGone, DeckFull, NoWord, SaidAlready: as they say.
    """

    def how(now: CheckInSettings) -> Mapping[str, object]:
        mine, said = now.deck(deck), _written(text, TEXT)
        if any(each.text == said and each.number != number for each in mine.cards):
            raise SaidAlready
        if number:
            now.card(deck, number)
            changed = OwnCard(number=number, text=said)
            cards = tuple(changed if each.number == number else each for each in mine.cards)
            return _with(now, mine.model_copy(update={"cards": cards}))
        if len(mine.cards) >= MOST_CARDS:
            raise DeckFull
        fresh = OwnCard(number=now.last + 1, text=said)
        grown = mine.model_copy(update={"cards": (*mine.cards, fresh)})
        return {**_with(now, grown), "last": fresh.number}

    return how


def without_card(deck: int, number: int) -> Decided:
    """A question goes; one that is gone already is no trouble."""

    def how(now: CheckInSettings) -> Mapping[str, object]:
        mine = now.deck(deck)
        left = tuple(each for each in mine.cards if each.number != number)
        return _with(now, mine.model_copy(update={"cards": left}))

    return how


def without_deck(number: int) -> Decided:
    """A deck goes; one that is gone already is no trouble."""
    return lambda now: {"decks": tuple(each for each in now.decks if each.number != number)}


def cards_of(prompts: Prompts, chosen: CheckInSettings, deck: str) -> list[str]:
    """What a deck has to give; nothing where it is empty or gone."""
    if deck in DECKS:
        return [each.id for each in prompts.deck(*DECKS[deck])]
    own = next((each for each in chosen.decks if each.key == deck), None)
    return [f"{OWN}{each.number}" for each in own.cards] if own else []


def text_of(prompts: Prompts, chosen: CheckInSettings, card: str) -> str | None:
    """The words of a question, or None where it is gone."""
    shipped = prompts.get(card)
    if shipped is not None:
        return shipped.text
    own = (each for deck in chosen.decks for each in deck.cards)
    return next((each.text for each in own if f"{OWN}{each.number}" == card), None)


def _with(now: CheckInSettings, deck: OwnDeck) -> dict[str, object]:
    decks = tuple(deck if each.number == deck.number else each for each in now.decks)
    return {"decks": decks}


def _written(text: str, most: int) -> str:
    said = " ".join(text.split())[:most]
    if not said:
        raise NoWord
    return said
