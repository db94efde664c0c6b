"""`/setup doctor` says what sharing lacks, why it matters, and how to mend it."""

from datetime import timedelta
from pathlib import Path

import discord

from bot.ui.house import Voice
from cogs.sharing.domain import Review, SharingSettings
from cogs.sharing.examining import examiner
from tests.behaviour.share_desk import last, open_sharing, press, shown, write
from tests.world import WORDS, World, open_world


async def doctor(world: World) -> str:
    return shown(await world.people["ada"].slash(world.rooms["staff"], "setup doctor"))


async def test_the_doctor_tells_what_sharing_lacks_and_how_to_mend_it(world: World) -> None:
    assert "no channel is chosen. /setup sharing" in await doctor(world)
    room = await open_sharing(world, Review.ALL)
    said = await doctor(world)
    assert f"Shares without a name are posted in <#{room.id}>" in said
    assert "▲ The keys of shares lie on the same volume" in said
    assert "Set HEARTH_EPOCHS" in said
    await press(world, "june", last(await write(world)), "sharing:post")
    await world.later(timedelta(hours=23).total_seconds())
    assert "for more than a day" not in await doctor(world)
    await world.later(timedelta(hours=2).total_seconds())
    assert "▲ A share has waited for staff for more than a day" in await doctor(world)
    guild = world.bot.get_guild(world.guild.id)
    assert guild is not None
    channel = guild.get_channel(room.id)
    assert isinstance(channel, discord.TextChannel)
    closed = discord.PermissionOverwrite(
        create_public_threads=False, send_messages_in_threads=False
    )
    await channel.set_permissions(guild.default_role, overwrite=closed)
    await world.env.settle()
    said = await doctor(world)
    assert f"▲ I cannot open threads in <#{room.id}>" in said
    assert "Allow me Send Messages in Threads there" in said
    await world.bot.http.delete_channel(room.id)
    await world.env.settle()
    assert "▲ The channel for shares is gone" in await doctor(world)


async def test_keys_on_another_volume_are_well(tmp_path: Path) -> None:
    async with open_world(tmp_path, HEARTH_EPOCHS="/proc/hearth-epochs") as world:
        await world.set_up()
        await world.bot.settings.change(world.guild.id, SharingSettings, channel=1)
        guild = world.bot.get_guild(world.guild.id)
        assert guild is not None
        found = await examiner(world.bot)(guild, Voice(WORDS.texts, "en"))
        assert [each.sentence for each in found if each.well] == [
            "The keys of shares lie on another volume than the database."
        ]
