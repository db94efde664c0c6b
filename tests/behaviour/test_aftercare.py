"""After a hard case: whoever went is looked after, and the next call goes to somebody else."""

from typing import Any

import pytest

from bot.ids import GuildId, UserId
from bot.sections import CommunitySettings
from bot.services.case_desk import CaseDesk
from tests.behaviour.duty_desk import on_duty, posts, press
from tests.world import World, button, texts_of

PLAIN = "i want to kill myself tonight"


async def settle(world: World, who: str = "mara", member: str = "june", text: str = PLAIN) -> Any:
    """Somebody writes, a moderator goes and says how it ended; answers what they are shown."""
    await world.people[member].send(world.rooms["lounge"], text)
    card = next(m for m in reversed(posts(world)) if "cases:go" in str(m.components))
    taken = (await press(world, who, card, "cases:go")).response
    over = button(taken.message, "cases:end")
    await world.people[who].select(taken.message, custom_id=over, values=["talked"])
    return taken


def shown(result: Any) -> str:
    pieces = [result.response, *result.followups]
    return "\n".join(texts_of(piece.message) for piece in pieces if piece is not None)


async def test_a_hard_case_ends_with_a_question_and_a_milder_one_with_thanks(world: World) -> None:
    card = await settle(world)
    assert "How are you after this?" in texts_of(card.message)
    assert "do not have to carry this alone" in texts_of(card.message)
    mild = await settle(world, member="sol", text="i want to die")
    assert "How are you" not in texts_of(mild.message)
    assert "That was not nothing" in texts_of(mild.message)


async def test_a_false_alarm_needs_no_debrief(world: World) -> None:
    await world.people["june"].send(world.rooms["lounge"], PLAIN)
    result = await press(world, "mara", posts(world)[-1], "cases:false")
    assert "How are you" not in shown(result)


async def test_three_taps_lead_to_one_line_for_staff_without_a_word_of_the_case(
    world: World,
) -> None:
    card = await settle(world)
    await world.restart()
    before = len(posts(world))
    await press(world, "mara", card.message, "after:heavy")
    assert "is normal afterwards" in texts_of(card.message)
    await press(world, "mara", card.message, "after:talk")
    assert len(posts(world)) == before
    await press(world, "mara", card.message, "after:ask")
    assert "They have been asked" in texts_of(card.message)
    line = posts(world)[-1]
    assert f"<@{world.people['mara'].id}> would like to talk something through" in texts_of(line)
    assert "ase 1" not in texts_of(line)
    await world.restart()
    await world.later(3600)
    assert len(posts(world)) == before + 1


async def test_only_whoever_carried_it_can_ask_and_only_while_they_are_staff(world: World) -> None:
    card = await settle(world)
    await press(world, "mara", card.message, "after:talk")
    guild, theo = GuildId(world.guild.id), UserId(world.people["theo"].id)
    case = await world.bot.feature(CaseDesk).get(guild, 1, theo)
    assert case.owner == world.people["mara"].id
    role = world.roles["moderator"]
    await world.bot.http.remove_role(world.guild.id, world.people["mara"].id, role.id)
    await world.env.settle()
    before = len(posts(world))
    assert "do not have that role right now" in shown(
        await press(world, "mara", card.message, "after:ask")
    )
    assert len(posts(world)) == before


async def test_without_a_staff_channel_they_are_told_so(world: World) -> None:
    card = await settle(world)
    await press(world, "mara", card.message, "after:talk")
    await world.bot.settings.change(GuildId(world.guild.id), CommunitySettings, staff_channel=None)
    await press(world, "mara", card.message, "after:ask")
    assert "I could not ask" in texts_of(card.message)


@pytest.mark.parametrize(("way", "words"), [("after:fine", "good to read"), ("after:no", "fine")])
async def test_the_next_goes_to_somebody_else_unless_they_choose_it(
    world: World, way: str, words: str
) -> None:
    mara, theo = (f"<@{world.people[name].id}>" for name in ("mara", "theo"))
    await on_duty(world, "mara")
    await on_duty(world, "theo")
    card = await settle(world)
    await world.people["sol"].send(world.rooms["lounge"], PLAIN)
    assert theo in texts_of(posts(world)[-1])
    assert mara not in texts_of(posts(world)[-1])
    await world.restart()
    await press(world, "mara", card.message, way)
    assert words in texts_of(card.message)
    await press(world, "mara", card.message, "after:usual")
    await world.people["ada"].send(world.rooms["lounge"], PLAIN)
    assert mara in texts_of(posts(world)[-1])


async def test_the_day_of_rest_ends(world: World) -> None:
    await on_duty(world, "mara")
    await settle(world)
    await world.later(25 * 3600)
    await world.people["sol"].send(world.rooms["lounge"], PLAIN)
    assert f"<@{world.people['mara'].id}>" in texts_of(posts(world)[-1])


async def test_alone_on_duty_and_tired_all_moderators_are_asked_at_once(world: World) -> None:
    await on_duty(world, "mara")
    await settle(world)
    await world.people["sol"].send(world.rooms["lounge"], PLAIN)
    assert f"<@&{world.roles['moderator'].id}>" in texts_of(posts(world)[-1])


async def test_where_no_role_could_be_called_the_tired_one_is(world: World) -> None:
    await on_duty(world, "ada")
    await settle(world, who="ada")
    await world.bot.settings.change(GuildId(world.guild.id), CommunitySettings, moderator_role=None)
    await world.people["sol"].send(world.rooms["lounge"], PLAIN)
    assert f"<@{world.people['ada'].id}>" in texts_of(posts(world)[-1])


async def test_they_can_be_left_out_for_a_while(world: World) -> None:
    card = await settle(world)
    await press(world, "mara", card.message, "after:heavy")
    result = await press(world, "mara", card.message, "rota:away:7")
    assert result.acknowledged
    assert "not called for 7 days" in texts_of(card.message)
