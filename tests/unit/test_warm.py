"""Expressions are made ready one by one, and the loop is free between any two."""

import asyncio
from dataclasses import replace

from bot.process.warm import warm
from bot.safety.load import load
from tests.unit.safety.conftest import LEXICON


async def test_every_expression_is_ready_and_the_loop_is_free_meanwhile() -> None:
    whole = load(LEXICON)
    some = {name: rule for name, rule in whole.rules.items() if name.startswith("en.abuse")}
    lexicon = replace(whole, rules=some)
    owners = (*lexicon.rules.values(), *lexicon.cues.values())
    phrases = [phrase for owner in owners for phrase in owner.phrases]
    turns, done = 0, asyncio.create_task(warm(lexicon, breath=0))
    while not done.done():
        turns += 1
        await asyncio.sleep(0)
    assert await done == len(phrases) <= turns
    assert all({"search", "finditer"} <= vars(phrase).keys() for phrase in phrases)
