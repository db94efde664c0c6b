"""A report about somebody of the staff: kept from them, posted nowhere, and honestly so."""

from collections.abc import Collection, Mapping
from typing import Any

import discord

from bot.errors import Refusal
from bot.ids import GuildId, UserId
from bot.services.without import Without
from bot.ui.cards import Card, Control, Tone
from bot.ui.gates import Right, has_right, member_of
from bot.ui.house import house_of, user_of, voice_of
from bot.ui.quietly import contact_words, how_told

NOBODY_ELSE = "report.nobody-else"
OWNER, ADMIN, STAFF, NO_STAFF = "owner", "admin", "staff", ""


class NotThem(Refusal):
    """Nobody reports themselves as staff, and a bot is none."""

    key = "refusal.not-them"


async def standing_of(interaction: discord.Interaction[Any], person: int) -> str:
    """Whether somebody is staff now, and past which doors Discord lets them.

    Where nobody can say, they count as staff: what is told is then told quietly.
    """
    try:
        member = await member_of(interaction, person) if person else None
    except discord.HTTPException:
        return STAFF
    if member is None or member.bot:
        return NO_STAFF
    if interaction.guild is not None and interaction.guild.owner_id == member.id:
        return OWNER
    if member.guild_permissions.administrator:
        return ADMIN
    serves = has_right(house_of(interaction), member, member.guild_permissions, Right.FACILITATE)
    return STAFF if serves else NO_STAFF


def kept_from(
    interaction: discord.Interaction[Any], guild: GuildId, people: Collection[UserId]
) -> set[UserId]:
    """Who of the staff must not know of a report: whom it is about, whom its teller ruled out."""
    hidden = set(house_of(interaction).feature(Without).chosen_by(guild, user_of(interaction)))
    return hidden | set(people)


async def way_to_the_others(
    interaction: discord.Interaction[Any], guild: GuildId, hidden: set[UserId]
) -> str:
    """What can truly be said of who learns of it: `nudged`, `waits` or `nobody`."""
    place = interaction.client.get_guild(guild)
    if place is None:
        return "nobody"
    try:
        return await how_told(house_of(interaction), place, user_of(interaction), hidden)
    except discord.HTTPException:
        return "waits"  # it is kept, and found when somebody looks


def past_card(
    interaction: discord.Interaction[Any], past: Mapping[UserId, str], row: tuple[Control, ...]
) -> Card:
    """Of people whom Discord lets past every door: what cannot be promised, and who else is.

    `past` says of each whether they own the server or run it.
    """
    voice = voice_of(interaction)
    owners, admins = ([who for who, how in past.items() if how == kind] for kind in (OWNER, ADMIN))
    first, rest = (owners, admins) if owners else (admins, [])
    who = voice.several(f"<@{each}>" for each in first)
    body = [voice(f"report.past-{OWNER if owners else ADMIN}", who=who, count=len(first))]
    if rest:
        who = voice.several(f"<@{each}>" for each in rest)
        body.append(voice("report.past-too", who=who))
    body.append(contact_words(house_of(interaction), voice))
    return Card(voice("report.title"), tuple(body), (row,), tone=Tone.CARE)


def nobody_else(interaction: discord.Interaction[Any]) -> tuple[str, ...]:
    """Nobody is left who could be told: who else there is; what was written stands below."""
    voice = voice_of(interaction)
    contact = contact_words(house_of(interaction), voice)
    return (voice(NOBODY_ELSE), contact, voice("report.yours"))
