"""The gallery in `docs/` shows every sentence and every button as they are today.

Where one of these fails after a change of words, cards or content: `make gallery`.
"""

import re
from functools import cache
from html import unescape

from bot.app import ROOT
from tests.gallery.pages import MENU, REST, rest_of, shown_on
from tests.house.house import addressed
from tests.shipped import WORDS

TEXTS = WORDS.texts
PAGES = {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "docs" / "gallery").glob("*.html"))
}
SHOWN = frozenset(name for page in PAGES.values() for name in shown_on(page))
CARD = re.compile(r'<article class="pair" id="([^"]+)">(.*?)</article>', re.DOTALL)
SIDE = re.compile(
    r'<div class="side" lang="(\w+)"[^>]*>(.*?)(?=<div class="side"|<details class="ids")',
    re.DOTALL,
)


@cache
def letters(words: str) -> str:
    """What is read, without marks and spaces: Discord's way of writing became HTML."""
    return re.sub(r"[\W_]+", "", unescape(re.sub(r"<[^>]+>", "", words)))


def test_every_page_is_there_and_no_other() -> None:
    assert set(PAGES) == set(MENU)


def test_cards_say_what_the_files_say_today() -> None:
    stale: list[tuple[str, str]] = []
    looked_at = 0
    for page in PAGES.values():
        for place, card in CARD.findall(page):
            sides = {code: letters(side) for code, side in SIDE.findall(card)}
            assert set(sides) == {"en", "de"}, place
            for name in (each for each in shown_on(card) if ":" not in each):
                for code, side in sides.items():
                    looked_at += 1
                    said = sentence(name, code)
                    if said is None or letters(said) not in side:
                        stale.append((place, name))
    assert looked_at > 5000
    assert not stale


def sentence(name: str, locale: str) -> str | None:
    """How a sentence is said; empty where it waits for a value, None where there is none."""
    if name not in TEXTS.keys(locale):
        return None
    return "" if TEXTS.placeholders(name, locale) else TEXTS.say(name, locale)


def test_what_stands_on_no_card_stands_in_a_table() -> None:
    made = rest_of(SHOWN)
    assert set(made) == set(REST)
    for name, page in made.items():
        assert PAGES[name] == page, f"{name}: make gallery"


def test_most_sentences_and_buttons_are_seen_on_a_card() -> None:
    names = {name for name in SHOWN if ":" not in name}
    assert len(names) > 0.6 * len(TEXTS.keys("en"))
    every = {kind.address for kind in addressed()}
    assert len(every & SHOWN) > 0.9 * len(every)
