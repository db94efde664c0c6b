"""A worry about somebody of the staff: the others learn of it, and in no channel."""

import discord
import pytest
from simcord.actors import MemberActor

from bot.ids import GuildId, UserId
from bot.services.case_rules import NoSuchCase
from bot.services.without import Without
from tests.behaviour.staff_room import (
    MENU,
    PLAIN,
    WORDS,
    danger,
    listed,
    live,
    may_write,
    nudges,
    posts,
    press,
    shown,
    tell,
)
from tests.world import World, button, texts_of


async def test_the_others_are_nudged_without_a_word_and_whoever_goes_learns_from_whom(
    world: World,
) -> None:
    await may_write(world, "theo")
    before = len(posts(world))
    told = await tell(world, "mara")
    assert told.ephemeral
    assert "stands in no channel" in shown(told)
    assert "I ask them now to look" in shown(told)
    assert len(posts(world)) == before
    (nudge,) = nudges(world, "theo")
    assert "/cases list" in nudge
    names = [str(world.people[name].id) for name in ("june", "mara")]
    assert not any(name in nudge for name in (*names, "worried", "reads out"))
    theirs = await listed(world, "theo")
    look = await press(world, "theo", theirs, "cases:look")
    assert "stands in no channel" in shown(look)
    assert "suicide" not in shown(look)
    assert names[0] not in shown(look)
    (case,) = await live(world, "theo")
    card = await world.people["theo"].slash(world.rooms["staff"], "cases show", number=case.id)
    taken = await press(world, "theo", card.response.message, "cases:go")
    assert "Write to them first" in shown(taken)
    told_by = shown(await press(world, "theo", theirs, "cases:look"))
    assert f"<@{names[0]}> told us" in told_by
    assert f"Not to be told, and not to be asked: <@{names[1]}>" in told_by
    assert "@everyone" not in told_by.replace("@\u200beveryone", "")
    moderator = world.env.create_user("rhea")
    world.people["rhea"] = world.guild.add_member(moderator, roles=[world.roles["moderator"]])
    hers = await press(world, "rhea", await listed(world, "rhea"), "cases:look")
    assert "stands in no channel" in shown(hers)
    assert names[0] not in shown(hers)
    assert "No open cases" in texts_of(await listed(world, "mara"))
    await world.later(24 * 3600)
    assert len(nudges(world, "theo")) == 1
    assert len(posts(world)) == before


async def test_nobody_goes_so_the_next_are_nudged_over_a_restart_and_nothing_is_posted(
    world: World,
) -> None:
    for who in ("theo", "mara"):
        await may_write(world, who)
    await tell(world, "mara")
    await world.restart()
    await world.later(24 * 3600)
    assert len(nudges(world, "theo")) == 1
    assert nudges(world, "mara") == []
    assert posts(world) == []


async def test_where_nobody_may_be_written_to_that_is_told(world: World) -> None:
    assert "None of them has allowed me" in shown(await tell(world, "mara"))
    assert len(await live(world, "theo")) == 1


async def test_it_is_not_handed_to_whom_it_is_kept_from(world: World) -> None:
    await tell(world, "mara")
    (case,) = await live(world, "theo")
    theo = world.people["theo"]
    card = await theo.slash(world.rooms["staff"], "cases show", number=case.id)
    taken = (await press(world, "theo", card.response.message, "cases:go")).response.message
    over = button(taken, "cases:over")
    refused = await theo.select(taken, custom_id=over, values=[world.users["mara"]])
    assert "cannot go to them" in shown(refused)
    await theo.select(taken, custom_id=over, values=[world.users["ada"]])
    assert (await live(world, "theo"))[0].owner == world.people["ada"].id
    mara = UserId(world.people["mara"].id)
    with pytest.raises(NoSuchCase):
        await world.bot.cases.hand_back(case.guild, case.id, mara)
    with pytest.raises(NoSuchCase):
        await world.bot.cases.hand_over(case.guild, case.id, mara, mara)


async def test_its_number_leaves_no_gap_and_its_row_is_not_found_by_the_one_it_is_about(
    world: World,
) -> None:
    await danger(world)
    await tell(world, "mara")
    await world.people["sol"].send(world.rooms["lounge"], PLAIN)
    numbers = [case.id for case in await live(world, "theo")]
    assert [case.id for case in await live(world, "mara")] == [1, 2]
    assert len(numbers) == 3
    mine = world.bot.people.tag(GuildId(world.guild.id), UserId(world.people["mara"].id))
    assert mine not in {case.tag for case in await live(world, "theo")}


@pytest.mark.parametrize("whose", ["owner", "admin"])
async def test_of_whom_discord_lets_past_everything_it_is_said_and_the_contact_shown(
    world: World, whose: str
) -> None:
    everything = world.guild.create_role("All", permissions=discord.Permissions(administrator=True))
    boss = world.guild.add_member(world.env.create_user("boss"), roles=[everything])
    if whose == "owner":
        boss = MemberActor(world.env, world.guild, world.guild.owner)
    june = world.people["june"]
    honest = await june.context_menu(world.rooms["lounge"], MENU, boss)
    assert honest.modal is None
    assert "I know no way around that" in shown(honest)
    assert "ops@example.org" in shown(honest)
    form = await press(world, "june", honest.response.message, "more:still")
    await june.submit_modal(form, {"words": WORDS})
    known = [each.person for each in await live(world, "theo")]
    # Here the house knows nobody of the staff but the owner, so of the owner nobody is told.
    assert known == ([] if whose == "owner" else [boss.id])
    assert posts(world) == []


async def test_where_nobody_else_is_known_the_words_are_given_back_and_nothing_is_kept(
    world: World,
) -> None:
    guild, june = GuildId(world.guild.id), UserId(world.people["june"].id)
    await world.bot.feature(Without).choose(guild, june, UserId(world.guild.owner.id))
    told = shown(await tell(world, "mara", "she reads aloud"))
    assert "I have told nobody" in told
    assert "she reads aloud" in told
    assert "ops@example.org" in told
    assert await live(world, "theo") == []


async def test_in_a_channel_that_they_cannot_read_a_wordless_line_calls_and_goes_again(
    world: World,
) -> None:
    seen, unseen = (discord.PermissionOverwrite(view_channel=see) for see in (True, False))
    host = world.guild.add_member(world.env.create_user("host"), roles=[world.roles["facilitator"]])
    staff = world.guild.create_text_channel(
        "quiet-staff",
        overwrites={world.guild.default_role: unseen, world.roles["moderator"]: seen,
                    world.env.bot.user: seen},
    )  # fmt: skip
    world.rooms["staff"], world.people["host"] = staff, host
    await world.set_up()
    await tell(world, "host")
    (line,) = posts(world)
    assert "/cases list" in texts_of(line)
    assert str(host.id) not in texts_of(line)
    assert not [c for c in line.components if "custom_id" in str(c.to_dict())]
    (case,) = await live(world, "theo")
    card = await world.people["theo"].slash(staff, "cases show", number=case.id)
    await press(world, "theo", card.response.message, "cases:go")
    assert posts(world) == []


async def test_a_nudge_that_cannot_be_delivered_is_told_to_nobody(world: World) -> None:
    await may_write(world, "theo")
    world.env.inject_error("POST", "/users/@me/channels", status=403, code=50007, times=None)
    await tell(world, "mara")
    await world.later(3600)
    assert nudges(world, "theo") == []
    assert posts(world) == []
    checked = await world.people["ada"].slash(world.rooms["staff"], "setup doctor")
    assert "could not be posted" not in shown(checked)
    assert len(await live(world, "theo")) == 1
