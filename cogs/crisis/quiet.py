"""Cases that stand in no channel: who is told of them without a word, and what members read of it.

A quiet case is kept from some of the staff (`case_rules.may_see`). The others learn only that
something waits in `/cases`: each by the ladder of `reach`, or all at once in the staff channel
where nobody from whom it is kept can read there.
"""

from collections.abc import Mapping
from typing import Any

import discord

from bot.ids import GuildId, UserId
from bot.services.calls import Circle, still_wanted
from bot.services.case_desk import CaseDesk
from bot.services.case_rules import NoSuchCase, may_see
from bot.services.courier import Parcel, Unclear, Undeliverable, Unwanted
from bot.services.reach import Notice, Reach
from bot.services.rota import Duty
from bot.services.without import Without
from bot.storage.cases import Case
from bot.ui.cards import Card, Tone
from bot.ui.courier import Drawer, Post
from bot.ui.house import House, Voice, house_of, public_voice, user_of, voice_of
from bot.ui.notices import Notices, Wanted
from bot.ui.quietly import at_hand, contact_words, nobody_reads_there, staff_member
from cogs.crisis.calls import asked, case_of, mentions, staff_room
from cogs.crisis.service import Help
from cogs.crisis.staff import take_back

WAITS = "cases:waits"


def draw_quiet(house: House, client: discord.Client) -> Drawer:
    """Who carries a quiet call out: by notices, so that the row itself is seldom a post."""

    async def draw(parcel: Parcel) -> Post:
        case = await case_of(house, parcel)
        await take_back(house, case)  # what stood before it was kept from somebody
        if not still_wanted(case, parcel.ids):
            raise Unwanted
        place = client.get_guild(parcel.guild)
        if place is None:
            raise Undeliverable("gone")
        try:
            if await nobody_reads_there(house, place, case.hidden):
                return await _in_the_channel(house, client, parcel)
            await _tell_each(house, place, case, parcel)
        except discord.HTTPException:
            raise Unclear from None
        raise Unwanted

    return draw


async def _in_the_channel(house: House, client: discord.Client, parcel: Parcel) -> Post:
    circle, voice = Circle(parcel.ids["circle"]), public_voice(house, parcel.guild)
    pings = await asked(house, client, parcel.guild, circle)
    body = tuple(filter(None, (mentions(pings), voice("cases.waits"))))
    card = Card(voice("cases.waits-title"), body, tone=Tone.STAFF)
    return Post(staff_room(house, parcel.guild), card, pings=pings)


async def _tell_each(house: House, place: discord.Guild, case: Case, parcel: Parcel) -> None:
    """A notice for everybody of the circle; told twice it is one, so a crash in between is none."""
    told = await at_hand(house, place, {*case.hidden, *case.barred, case.person})
    if parcel.ids["circle"] == Circle.ON_DUTY:
        on = (await house.feature(Duty).coverage(parcel.guild)).fresh
        told = [each for each in told if each.id in on] or told
    numbers, reach = house.feature(Notices).numbers, house.feature(Reach)
    for each in told:
        who = UserId(each.id)
        if may_see(case, who):
            ids = {
                "case": case.id,
                "since": parcel.ids["since"],
                "who": who,
                "pressed": parcel.ids.get("pressed", 0),
            }
            await reach.tell(Notice(parcel.guild, who, WAITS, ids), numbers)


def waits_card(voice: Voice, _ids: object) -> Card:
    """Something waits in `/cases`: no word about what, in case somebody looks over a shoulder."""
    return Card(voice("cases.waits-title"), (voice("cases.waits"),), tone=Tone.STAFF)


def waits_still(house: House, client: discord.Client) -> Wanted:
    """Whether that is still true for somebody, asked when it is sent or shown."""

    async def wanted(guild: GuildId, ids: Mapping[str, int]) -> bool:
        who, place = UserId(ids["who"]), client.get_guild(guild)
        try:
            case = await house.feature(CaseDesk).for_calls(guild, ids["case"])
        except NoSuchCase:
            return False
        free = case.owner is None or bool(ids["pressed"])
        if place is None or case.ended_at is not None or not free or not may_see(case, who):
            return False
        return await staff_member(house, place, who) is not None

    return wanted


async def human_words(
    interaction: discord.Interaction[Any], guild: GuildId | None
) -> tuple[str, ...]:
    """Before somebody asks for a human: who will see it, and truly who is there."""
    house, voice = house_of(interaction), voice_of(interaction)
    if guild is None:
        return (voice("more.human-seen"), voice("more.human-when"))
    chosen = house.feature(Without).chosen_by(guild, user_of(interaction))
    there = await house.feature(Help).who_is_there(guild, chosen)
    if not chosen:
        return (voice("more.human-seen"), voice(f"more.human-{there}"))
    if await nobody_left(interaction, guild):
        return (voice("whom.nobody-left"), contact_words(house, voice))
    return (voice("more.human-seen-without"), voice(f"more.human-{there}"))


async def nobody_left(interaction: discord.Interaction[Any], guild: GuildId | None) -> bool:
    """Whether nobody is known of the staff whom this person did not rule out."""
    house = house_of(interaction)
    place = None if guild is None else interaction.client.get_guild(guild)
    if guild is None or place is None:
        return False
    me = user_of(interaction)
    chosen = house.feature(Without).chosen_by(guild, me)
    return bool(chosen) and not await at_hand(house, place, {*chosen, me})
