"""Guidelines full of markdown, of emoji, of one word: paged, and no letter is lost on the way."""

from collections.abc import Iterable

import discord
import pytest

from bot.ui.cards import Card, layout
from bot.ui.house import Voice
from cogs.guidelines.difference import difference_card, pages_of
from cogs.guidelines.domain import FULL_PAGE, NUDGE, REMINDER, TITLE, Change, Rule
from cogs.guidelines.draft import rule_card
from cogs.guidelines.paging import pieces, size
from tests.shipped import WORDS

VOICE = Voice(WORDS.texts, "en")
DISCORD = 4000  # characters of a message, as its strictest client counts them
HOSTILE = {
    "fences": ("```py\n@everyone\n" * 267)[:4000],
    "stars": "*" * 4000,
    "emoji": "\N{SEEDLING}" * 4000,
    "right to left": ("\N{HEBREW LETTER ALEF}" * 40 + " \N{RIGHT-TO-LEFT OVERRIDE}~~||") * 87,
    "one word": "m" * 4000,
    "words": "we ~speak~ gently " * 222,
}


def rule_of(text: str) -> Rule:
    return Rule(id="x", title="*" * TITLE, reminder="|" * REMINDER, text=text, nudge="_" * NUDGE)


def letters(words: str) -> str:
    """What is left of words without what makes them harmless, and without spaces."""
    return "".join(each for each in words if each not in "\\\u200b…" and not each.isspace())


def fits(cards: Iterable[Card]) -> str:
    """Everything that these cards show; each of them fits, and none was cut."""
    told: list[str] = []
    for card in cards:
        shown = [
            each.content
            for each in layout(card).walk_children()
            if isinstance(each, discord.ui.TextDisplay)
        ]
        assert sum(map(size, shown)) <= DISCORD
        assert "\n\n".join(card.body) in shown
        told += card.body
    return letters("".join(told))


@pytest.mark.parametrize("name", HOSTILE)
def test_no_letter_is_lost(name: str) -> None:
    text = HOSTILE[name]
    found = pieces(text)
    assert max(map(size, found)) <= FULL_PAGE
    assert letters("".join(found)) == letters(text)
    rule = rule_of(text)
    assert letters(text) in letters("".join(card.body[0] for card in parts_of(rule)))
    fits(parts_of(rule))
    calm = rule_of("Be kind.")
    for before, after in ((None, rule), (calm, rule), (rule, calm)):
        pages = pages_of(VOICE, [Change(before, after)] * 3)
        shown = fits(difference_card(VOICE, pages, at, ()) for at in range(len(pages)))
        if name == "stars":
            assert shown.count("*") >= 3 * len(text)
        else:
            assert without_marks(shown).count(without_marks(letters(text))) == 3


def parts_of(rule: Rule) -> list[Card]:
    """Every card of a guideline of the draft, until *Next page* leads to the first again."""
    found = [rule_card(VOICE, rule)]
    while not str(getattr(found[-1].rows[0][0], "custom_id", "")).endswith(":0"):
        found.append(rule_card(VOICE, rule, len(found)))
    return found


def without_marks(words: str) -> str:
    """A difference strikes through and makes bold."""
    return words.replace("*", "").replace("~", "")
