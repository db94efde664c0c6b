"""A proxy bot says again what a member wrote: one person, one line, one case."""

import pytest

from tests.world import World, button, texts_of

WROTE = "[i want to kill myself tonight]"
AGAIN = "i want to kill myself tonight"


def lines(world: World) -> list[str]:
    mine = [m for m in world.rooms["lounge"].history() if m.author == world.bot.user]
    return [texts_of(m) for m in mine]


@pytest.mark.parametrize("webhook_first", [True, False])
async def test_the_line_stays_whichever_comes_first_and_the_case_leads_to_the_second_saying(
    world: World,
    webhook_first: bool,  # noqa: FBT001 - the two orders
) -> None:
    lounge, june = world.rooms["lounge"], world.people["june"]
    hook = world.guild.create_webhook(lounge, "proxy")
    said = await june.send(lounge, WROTE)
    if not webhook_first:
        await june.delete(said)
    again = await hook.send(AGAIN, username="Ember")
    if webhook_first:
        await june.delete(said)
    await world.env.settle()
    assert len(lines(world)) == 1
    staff = [m for m in world.rooms["staff"].history() if m.author == world.bot.user]
    assert len(staff) == 1
    line = max(
        (m for m in lounge.history() if m.author == world.bot.user), key=lambda each: each.id
    )
    opened = await june.click(line, custom_id=button(line, "more:open"))
    assert "Not for me" in texts_of(opened.response.message)
    mara = world.people["mara"]
    shown = await mara.slash(world.rooms["staff"], "cases show", number=1)
    assert str(again.id) in texts_of(shown.response.message)
    assert str(said.id) not in texts_of(shown.response.message)


async def test_what_any_other_webhook_says_is_nobodys(world: World) -> None:
    hook = world.guild.create_webhook(world.rooms["lounge"], "news")
    await hook.send(AGAIN)
    await world.env.settle()
    assert lines(world) == []
    assert [m for m in world.rooms["staff"].history() if m.author == world.bot.user] == []
