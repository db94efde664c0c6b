"""Hours are swapped once, by asking; and who serves no more is not called."""

from typing import Any

from bot.ids import GuildId
from bot.sections import CommunitySettings
from cogs.crisis.swap import RollCall
from tests.behaviour.duty_desk import on_duty, posts, press
from tests.world import World, button, texts_of

PLAIN = "i want to kill myself tonight"


def shown(result: Any) -> str:
    pieces = [result.response, *result.followups]
    return "\n".join(texts_of(piece.message) for piece in pieces if piece is not None)


def name(world: World, who: str) -> str:
    return f"<@{world.people[who].id}>"


async def rota(world: World, who: str = "ada") -> Any:
    """The card of all hours, as an admin or a moderator opens it."""
    if who == "ada":
        return (await world.people[who].slash(world.rooms["staff"], "setup rota")).response
    listed = (await world.people[who].slash(world.rooms["staff"], "cases list")).response
    await press(world, who, listed.message, "rota:show")
    return listed


async def ask(world: World, to: str, who: str = "mara") -> Any:
    """Somebody asks for their first hours; answers the card that they end on."""
    card = await rota(world, who)
    await press(world, who, card.message, "rota:swap")
    actor = world.people[who]
    which = button(card.message, "rota:which")
    await actor.select(card.message, custom_id=which, values=["1"])
    whom = button(card.message, "rota:whom")
    return await actor.select(card.message, custom_id=whom, values=[world.users[to]]), card


async def called(world: World, who: str = "june") -> str:
    await world.people[who].send(world.rooms["lounge"], PLAIN)
    return next(texts_of(m) for m in reversed(posts(world)) if "sounds like danger" in texts_of(m))


async def test_until_somebody_says_yes_the_hours_stay_and_then_they_are_theirs(
    world: World,
) -> None:
    await on_duty(world, "mara")
    _, card = await ask(world, "theo")
    assert "They are asked" in texts_of(card.message)
    question = posts(world)[-1]
    assert f"{name(world, 'theo')}, {name(world, 'mara')} asks" in texts_of(question)
    assert "until they say yes it stays with" in texts_of((await rota(world)).message)
    assert name(world, "mara") in await called(world)
    await world.restart()
    taken = await press(world, "theo", question, "rota:take")
    assert "you are called in these hours" in shown(taken)
    question = next(m for m in posts(world) if m.id == question.id)
    assert "takes these hours for" in texts_of(question)
    assert "rota:take" not in str(question.components)
    told = posts(world)[-1]
    assert f"{name(world, 'mara')}, {name(world, 'theo')} takes these hours for you" in texts_of(
        told
    )
    assert f"{name(world, 'theo')} takes it" in texts_of((await rota(world)).message)
    assert name(world, "theo") in await called(world, "sol")
    await world.later(25 * 3600)
    assert name(world, "mara") in await called(world, "ada")
    assert len([m for m in posts(world) if "takes these hours for you" in texts_of(m)]) == 1


async def test_no_is_told_and_somebody_else_can_be_asked(world: World) -> None:
    await on_duty(world, "mara")
    await ask(world, "theo")
    said = await press(world, "theo", posts(world)[-1], "rota:pass")
    assert "without a reason" in shown(said)
    assert "cannot this time" in texts_of(posts(world)[-1])
    assert name(world, "mara") in await called(world)
    await ask(world, "ada")
    assert f"{name(world, 'ada')}, {name(world, 'mara')} asks" in texts_of(posts(world)[-1])


async def test_asking_somebody_else_takes_the_first_question_back(world: World) -> None:
    await on_duty(world, "mara")
    await ask(world, "theo")
    first = posts(world)[-1]
    await ask(world, "ada")
    assert first.id not in {m.id for m in posts(world)}
    second = posts(world)[-1]
    other = await press(world, "theo", second, "rota:take")
    assert f"This question is for {name(world, 'ada')}" in shown(other)
    await press(world, "ada", second, "rota:take")
    refused, _ = await ask(world, "theo")
    assert "has taken these hours already" in shown(refused)


async def test_whom_one_cannot_ask(world: World) -> None:
    await on_duty(world, "mara")
    for who in ("sol", "mara"):
        refused, _ = await ask(world, who)
        assert "somebody else who is of the staff" in shown(refused)
    assert posts(world) == []


async def test_whoever_has_no_hours_is_told_so_and_a_member_cannot_answer(world: World) -> None:
    await on_duty(world, "mara")
    card = await rota(world, "theo")
    await press(world, "theo", card.message, "rota:swap")
    assert "You have no hours here" in texts_of(card.message)
    await ask(world, "theo")
    stranger = await press(world, "june", posts(world)[-1], "rota:take")
    assert "do not have that role" in shown(stranger)


async def test_a_question_is_over_with_its_hours_or_when_they_are_taken_back(world: World) -> None:
    await on_duty(world, "mara")
    await ask(world, "theo")
    question = posts(world)[-1]
    await world.later(25 * 3600)
    assert "Nobody asks that any more" in shown(await press(world, "theo", question, "rota:take"))
    await ask(world, "theo")
    question, card = posts(world)[-1], await rota(world)
    drop = button(card.message, "rota:drop")
    await world.people["ada"].select(card.message, custom_id=drop, values=["1"])
    assert "Nobody asks that any more" in shown(await press(world, "theo", question, "rota:pass"))


async def test_without_a_staff_channel_nothing_is_asked(world: World) -> None:
    await on_duty(world, "mara")
    await world.bot.settings.change(GuildId(world.guild.id), CommunitySettings, staff_channel=None)
    _, card = await ask(world, "theo")
    assert "I cannot ask" in texts_of(card.message)
    assert "until they say yes" not in texts_of((await rota(world)).message)


async def test_whoever_lost_the_role_is_not_called_until_they_have_it_again(world: World) -> None:
    await on_duty(world, "mara")
    http, role, mara = world.bot.http, world.roles["moderator"], world.people["mara"]
    await http.remove_role(world.guild.id, mara.id, role.id)
    await world.later(3601)
    await world.env.settle()
    assert f"<@&{role.id}>" in await called(world)
    assert "has left, or has no staff role" in texts_of((await rota(world)).message)
    await http.add_role(world.guild.id, mara.id, role.id)
    await world.restart()
    await world.env.settle()
    await world.bot.feature(RollCall).call(GuildId(world.guild.id))
    assert name(world, "mara") in await called(world, "sol")


async def test_whoever_has_left_is_named_on_the_card_and_their_hours_go_after_a_month(
    world: World,
) -> None:
    await on_duty(world, "mara")
    world.guild.remove_member(world.people["mara"])
    await world.env.settle()
    card = texts_of((await rota(world)).message)
    assert "has left, or has no staff role" in card
    assert "Nobody is on duty right now" in card
    await world.env.advance_time(31 * 24 * 3600)
    assert "No hours yet" not in card
    assert "No hours yet" in texts_of((await rota(world)).message)


async def test_while_discord_does_not_answer_nobody_is_taken_for_gone(world: World) -> None:
    await on_duty(world, "mara")
    mara = world.people["mara"]
    path = f"/guilds/{world.guild.id}/members/{mara.id}"
    world.env.inject_error("GET", path, status=403)
    await world.bot.feature(RollCall).call(GuildId(world.guild.id))
    assert name(world, "mara") in await called(world)


async def test_without_a_role_for_moderators_nobody_is_taken_for_gone(world: World) -> None:
    await on_duty(world, "mara")
    guild = GuildId(world.guild.id)
    await world.bot.settings.change(guild, CommunitySettings, moderator_role=None)
    await world.bot.feature(RollCall).call(guild)
    assert name(world, "mara") in await called(world)
