"""The role of those who agreed: given, taken back, and what is said where Discord refuses."""

import logging
from datetime import timedelta
from typing import Any

import aiohttp
import discord

from bot.app import SupportBot
from bot.ids import GuildId
from bot.sections import CommunitySettings
from bot.services.courier import Parcel, Undeliverable
from bot.storage.database import StorageDown
from bot.storage.outbox import Order
from bot.ui.cards import Card, Tone
from bot.ui.courier import Drawer, Post
from bot.ui.house import house_of, public_voice
from cogs.guidelines.service import Charter

log = logging.getLogger("hearth.guidelines")

ROLE_TROUBLE = "guidelines:role"
GONE, ABOVE, LACKING = "gone", "above", "lacking"
REASONS = (GONE, ABOVE, LACKING)
_FORBIDDEN, _UNKNOWN_MEMBER = 403, 10007  # Discord's own numbers
_LOST = (discord.DiscordServerError, discord.RateLimited, aiohttp.ClientError, OSError)


async def give(interaction: discord.Interaction[Any], guild: GuildId) -> str:
    """Give the role to whoever pressed; answers what became of it.

    `none`: no role is chosen. `given`, `had`: as they say. `not-yet`: the community's set-up is in
    the way and staff have been told. `screened`: Discord's own rules come first, and a role would
    let them past those. `later`: Discord did not answer.
    """
    return await _move(interaction, guild, give=True)


async def take(interaction: discord.Interaction[Any], guild: GuildId) -> str:
    """Take the role back; answers as `give` does, with `taken` for `given`."""
    return await _move(interaction, guild, give=False)


async def _move(interaction: discord.Interaction[Any], guild: GuildId, *, give: bool) -> str:
    member, place = interaction.user, interaction.guild
    chosen = house_of(interaction).feature(Charter).chosen(guild).role
    if chosen is None or place is None or not isinstance(member, discord.Member):
        return "none"
    if give and member.pending:
        return "screened"
    role = place.get_role(chosen)
    reason = hindrance(place, role)
    if reason is not None or role is None:
        await tell_staff(interaction, guild, reason or GONE)
        return "not-yet"
    if (role in member.roles) is give:
        return "had" if give else "none"
    return await _moved(interaction, guild, member, role, give=give)


async def _moved(
    interaction: discord.Interaction[Any],
    guild: GuildId,
    member: discord.Member,
    role: discord.Role,
    *,
    give: bool,
) -> str:
    try:
        await (member.add_roles(role) if give else member.remove_roles(role))
    except (discord.Forbidden, discord.NotFound) as problem:
        if problem.code == _UNKNOWN_MEMBER:
            return "none"  # they left while they pressed
        await tell_staff(interaction, guild, LACKING if problem.status == _FORBIDDEN else GONE)
        return "not-yet"
    except (*_LOST, TimeoutError) as problem:
        log.warning("guidelines.role_later", extra={"status": getattr(problem, "status", 0)})
        return "later"
    return "given" if give else "taken"


def hindrance(place: discord.Guild, role: discord.Role | None) -> str | None:
    """Why the bot cannot give a role, or None where it can."""
    if role is None:
        return GONE
    if not place.me.guild_permissions.manage_roles:
        return LACKING
    assignable = role.is_assignable()
    return None if assignable else ABOVE


async def tell_staff(interaction: discord.Interaction[Any], guild: GuildId, reason: str) -> None:
    """Plan a line to staff that says how to mend it: once a day and reason."""
    bot = interaction.client
    assert isinstance(bot, SupportBot)  # noqa: S101 - the only client that loads this feature
    now = bot.clock.now()
    log.warning("guidelines.role_not_given", extra={"guild": guild, "why": reason})
    if bot.settings.of(guild, CommunitySettings).staff_channel is None:
        return
    key = f"{ROLE_TROUBLE}:{guild}:{reason}:{now:%Y%m%d}"
    ids = {"reason": REASONS.index(reason)}
    order = Order(key, ROLE_TROUBLE, guild, now, ids, now + timedelta(days=1))
    try:
        await bot.outbox.put([order])
        await bot.beat()
    except StorageDown:
        log.warning("guidelines.staff_not_told", extra={"guild": guild})


def draw_trouble(bot: SupportBot) -> Drawer:
    """Who draws the line to staff."""

    async def draw(parcel: Parcel) -> Post:
        staff = bot.settings.of(parcel.guild, CommunitySettings).staff_channel
        if staff is None:
            raise Undeliverable("no_staff_channel")
        voice = public_voice(bot, parcel.guild)
        chosen = bot.feature(Charter).chosen(parcel.guild).role
        role = f"<@&{chosen}>" if chosen else "—"
        reason = REASONS[parcel.ids["reason"]]
        body = (voice(f"guidelines.role-{reason}", role=role), voice("guidelines.role-agreed"))
        return Post(staff, Card(voice("guidelines.role-title"), body, tone=Tone.STAFF))

    return draw
