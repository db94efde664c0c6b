"""`/setup doctor`: every line says what is, why it matters, and how to mend it."""

from collections.abc import Iterator
from datetime import timedelta

import discord

from bot.app import SupportBot
from bot.ids import GuildId
from bot.sections import CommunitySettings
from bot.services.calls import UNTOLD
from bot.services.helplines import CommunityLines
from bot.storage.database import StorageDown
from bot.storage.outbox_counts import not_posted
from bot.ui.cards import Card, Tone
from bot.ui.checkup import Checkup, Finding, unwell, well
from bot.ui.house import Voice
from cogs.setup.hidden import who_sees
from cogs.setup.needs import HOME_NEEDS, NEEDED, lacks, named

FAILED_SINCE = timedelta(days=7)
MOST_CHANNELS = 5


async def doctor_card(bot: SupportBot, guild: discord.Guild, voice: Voice) -> Card:
    """What is well and what is not, the latter first."""
    findings = await _all(bot, guild, voice)
    bad = [f"▲ {each.sentence}" for each in findings if not each.well]
    good = [f"✓ {each.sentence}" for each in findings if each.well]
    head = voice("setup.doctor-bad", count=len(bad)) if bad else voice("setup.doctor-good")
    body = (head, *bad, "\n".join(good), voice("setup.doctor-not-read"))
    return Card(voice("setup.doctor-title"), body, tone=Tone.STAFF)


async def troubles(bot: SupportBot, guild: discord.Guild, voice: Voice) -> list[Finding]:
    """Only what is not well."""
    return [each for each in await _all(bot, guild, voice) if not each.well]


async def _all(bot: SupportBot, guild: discord.Guild, voice: Voice) -> list[Finding]:
    findings = [*_places(bot, guild, voice), *_channels(bot, guild, voice), *_house(bot, voice)]
    findings += _lines(bot, GuildId(guild.id), voice)
    findings += await who_sees(bot, guild, voice)
    return findings + await _kept(bot, guild, voice)


def _places(bot: SupportBot, guild: discord.Guild, voice: Voice) -> Iterator[Finding]:
    chosen = bot.settings.of(GuildId(guild.id), CommunitySettings)
    places = {"staff": chosen.staff_channel, "home": chosen.home_channel}
    for name, channel in places.items():
        if channel is None:
            yield unwell(voice(f"setup.doctor-no-{name}"))
        elif guild.get_channel(channel) is None:
            yield unwell(voice(f"setup.doctor-{name}-gone"))
        else:
            yield well(voice(f"setup.doctor-{name}", channel=f"<#{channel}>"))
    for name, role in {
        "moderator": chosen.moderator_role,
        "facilitator": chosen.facilitator_role,
    }.items():
        if role is None:
            yield unwell(voice(f"setup.doctor-no-{name}"))
        elif guild.get_role(role) is None:
            yield unwell(voice(f"setup.doctor-{name}-gone"))
        else:
            yield well(voice(f"setup.doctor-{name}", role=f"<@&{role}>"))
    known = chosen.country is not None
    yield Finding(known, voice("setup.doctor-country" if known else "setup.doctor-no-country"))
    yield well(voice("setup.doctor-zone", zone=chosen.zone))


def _channels(bot: SupportBot, guild: discord.Guild, voice: Voice) -> Iterator[Finding]:
    chosen = bot.settings.of(GuildId(guild.id), CommunitySettings)
    hidden = 0
    told = 0
    for channel in guild.text_channels:
        lacking = lacks(channel, HOME_NEEDS if channel.id == chosen.home_channel else NEEDED)
        if "view_channel" in lacking and channel.id != chosen.staff_channel:
            hidden += 1
            continue
        if lacking and told < MOST_CHANNELS:
            told += 1
            names = named(voice, lacking)
            yield unwell(
                voice("setup.doctor-lacking", channel=channel.mention, permissions=names),
            )
    if not told:
        yield well(voice("setup.doctor-permissions"))
    if hidden:
        yield unwell(voice("setup.doctor-hidden", count=hidden))
    staff = None if chosen.staff_channel is None else guild.get_channel(chosen.staff_channel)
    if staff is not None and staff.permissions_for(guild.default_role).view_channel:
        yield unwell(voice("setup.doctor-staff-open"))


def _house(bot: SupportBot, voice: Voice) -> Iterator[Finding]:
    today = bot.clock.now().date()
    overdue = today > bot.content.helplines.meta.review_by
    stale = len(bot.content.helplines.stale(today))
    key = "setup.doctor-lines-overdue" if overdue else "setup.doctor-lines"
    day = voice.day(bot.content.helplines.meta.review_by)
    yield Finding(not overdue, voice(key, stale=stale, day=day))
    made = not bot.config.keys and (bot.config.home / "key").is_file()
    yield Finding(not made, voice("setup.doctor-key-made" if made else "setup.doctor-key"))


def _lines(bot: SupportBot, guild: GuildId, voice: Voice) -> Iterator[Finding]:
    ours, country = bot.feature(CommunityLines), bot.settings.of(guild, CommunitySettings).country
    stale = ours.stale_own(guild, bot.clock.now().date())
    if stale:
        yield unwell(voice("setup.doctor-own-lines-stale", count=stale))
    empty = ours.emptied(guild, country) if country else ()
    if empty:
        kinds = voice.several(voice(f"helpnow.kind-{each.replace('_', '-')}") for each in empty)
        yield unwell(voice("setup.doctor-lines-emptied", kinds=kinds))


async def _kept(bot: SupportBot, guild: discord.Guild, voice: Voice) -> list[Finding]:
    """What only the database can tell, and what each feature says of itself."""
    try:
        async with bot.database.read() as tx:
            since = bot.clock.now() - FAILED_SINCE
            failed = await not_posted(tx, GuildId(guild.id), since)
        told = await bot.feature(Checkup).findings(guild, voice)
    except StorageDown:
        return [unwell(voice("setup.doctor-database"))]
    count = sum(number for kind, _, number in failed if kind not in UNTOLD)
    if count:
        return [*told, unwell(voice("setup.doctor-undelivered", count=count))]
    return [*told, well(voice("setup.doctor-delivered"))]
