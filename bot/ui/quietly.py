"""Who can be told of a case that stands in no channel, and what can truly be said of that."""

from collections.abc import Collection

import discord

from bot.ids import GuildId, UserId
from bot.sections import CommunitySettings
from bot.services.rota import Duty
from bot.ui.cards import plain
from bot.ui.gates import Right, has_right
from bot.ui.house import House, Voice

MOST_ASKED = 25  # people; each is one question to Discord


async def at_hand(
    house: House, place: discord.Guild, hidden: Collection[int]
) -> list[discord.Member]:
    """Who could be told of a case that is kept from some: staff now, and met by the house.

    Discord shows no list of members without a permission that this program does not ask for, so
    there may be others, who see the case when they look into `/cases`.

    Raises:
        discord.HTTPException: Discord does not say.
    """
    known = [*await house.feature(Duty).known(GuildId(place.id))]
    if place.owner_id is not None:
        known.insert(0, UserId(place.owner_id))
    wanted = [each for each in dict.fromkeys(known) if each not in hidden][:MOST_ASKED]
    found = [await staff_member(house, place, each) for each in wanted]
    return [each for each in found if each is not None]


async def staff_member(house: House, place: discord.Guild, who: UserId) -> discord.Member | None:
    """Somebody of the staff now; None: no longer, or a bot."""
    try:
        member = await place.fetch_member(who)
    except discord.NotFound:
        return None
    may = has_right(house, member, member.guild_permissions, Right.MODERATE)
    return member if may and not member.bot else None


async def nobody_reads_there(house: House, place: discord.Guild, hidden: Collection[int]) -> bool:
    """Whether a staff channel is there that nobody of these people can read.

    Raises:
        discord.HTTPException: Discord does not say.
    """
    room = house.settings.of(GuildId(place.id), CommunitySettings).staff_channel
    channel = None if room is None else place.get_channel(room)
    if channel is None:
        return False
    for each in hidden:
        try:
            member = await place.fetch_member(each)
        except discord.NotFound:
            continue
        if channel.permissions_for(member).view_channel:
            return False
    return True


async def how_told(
    house: House, place: discord.Guild, teller: UserId, hidden: Collection[int]
) -> str:
    """What can truly be said of who learns of such a case: `nudged`, `waits` or `nobody`.

    Raises:
        discord.HTTPException: Discord does not say.
    """
    people = await at_hand(house, place, {*hidden, teller})
    if not people:
        return "nobody"
    if await nobody_reads_there(house, place, hidden):
        return "nudged"
    for each in people:
        wishes = await house.people.wishes(GuildId(place.id), UserId(each.id))
        if wishes.direct_messages or wishes.private_thread is not None:
            return "nudged"
    return "waits"


def contact_words(house: House, voice: Voice) -> str:
    """How to reach whoever runs the program, who is outside of the staff."""
    if not house.contact:
        return voice("whom.no-contact")
    return voice("whom.contact", contact=plain(house.contact))
