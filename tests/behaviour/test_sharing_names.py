"""Names: those of members are noticed where the bot may know them; no log knows anybody's."""

import io
import logging
from pathlib import Path

from bot.logs import set_up
from tests.behaviour.share_desk import (
    WORDS,
    last,
    open_mine,
    open_sharing,
    press,
    share,
    shown,
    write,
)
from tests.world import World, button, open_world


async def test_names_and_nicknames_are_noticed_where_the_bot_may_know_them(tmp_path: Path) -> None:
    async with open_world(tmp_path, HEARTH_MEMBERS="on") as world:
        await world.set_up()
        await open_sharing(world)
        world.guild.add_member(world.env.create_user("petronella9"), nick="Aunt Petra")
        await world.env.settle()
        said = shown(await write(world, words="it was about aunt petra and me"))
        assert "a name of somebody here" in said
        assert "a name" not in shown(await write(world, words="it was about us"))


async def test_without_the_members_intent_names_are_of_whoever_wrote_lately(world: World) -> None:
    await open_sharing(world)
    world.people["petra"] = world.guild.add_member(world.env.create_user("petronella9"))
    said = shown(await write(world, words="it was about petronella9 and me"))
    assert "a name of somebody here" not in said
    await world.people["petra"].send(world.rooms["lounge"], "good morning")
    await world.later(11 * 60)
    said = shown(await write(world, words="it was about petronella9 and me"))
    assert "a name of somebody here" in said
    assert "a name of somebody here" in shown(await write(world, words="I am june, by the way"))
    room = f"/channels/{world.rooms['lounge'].id}/messages"
    await world.later(11 * 60)
    world.env.inject_error("GET", room, status=403)
    preview = await write(world, words="it was about petronella9 and me")
    assert button(last(preview), "sharing:post")  # a warning less, and nothing else
    everything = b"".join(path.read_bytes() for path in world.config.home.glob("hearth.db*"))
    assert b"petronella" not in everything


async def test_no_log_line_at_any_level_names_who_shares_or_what(tmp_path: Path) -> None:
    root = logging.getLogger()
    handlers, level, raising = root.handlers[:], root.level, logging.raiseExceptions
    lines = io.StringIO()
    set_up("DEBUG", "json", lines)
    try:
        async with open_world(tmp_path) as world:
            await world.set_up()
            await open_sharing(world)
            post = await share(world, staff="yes", note="mentions hospital")
            gateway = logging.getLogger("discord.gateway")
            gateway.debug("For Shard ID %s: WebSocket Event: %s", 0, {"content": WORDS})
            await press(world, "sol", post, "sharing:same")
            await press(world, "june", last(await open_mine(world)), "sharing:withdraw")
            sealed = last(await write(world))
            await press(world, "june", sealed, "sharing:post")
            failing = f"/channels/{world.rooms['shares'].id}/messages"
            world.env.inject_error("POST", failing, status=403)
            await world.later(11 * 60)
            people = [str(person.id) for person in world.people.values()]
    finally:
        root.handlers[:], logging.raiseExceptions = handlers, raising
        root.setLevel(level)
    written = lines.getvalue()
    assert "outbox.not_posted" in written
    for telling in (WORDS, "hospital", "june", *people):
        assert telling not in written
