"""Somebody erases themselves while a form of a check-in is open on their screen."""

from tests.behaviour import me_desk
from tests.behaviour.checkin_desk import answer, card_of, close, press, prompt, shown
from tests.behaviour.test_retention import count
from tests.world import World, texts_of


async def erased_with_words_under_way(world: World) -> None:
    """A form is open while she erases: her answer is taken back, and nothing late is shown."""
    card = card_of(await answer(world, "june", await prompt(world), "Mixed"))
    half = await press(world, "june", card, "checkins:more")
    before = me_desk.card_of(await me_desk.press(world, await me_desk.me(world), "mine:erase"))
    assert "still open: it is taken back and not counted" in texts_of(before)
    await me_desk.fill(world, before, "mine:word", word="erase")
    assert count(world, "checkin_answer") == 0
    late = await world.people["june"].submit_modal(half, {"words": "was written before"})
    assert "was written before" not in "".join(texts_of(m) for m in world.rooms["lounge"].history())
    assert shown(late)
    await close(world)
    assert count(world, "checkin_entry") == 0
