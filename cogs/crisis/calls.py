"""Who is called to a case: drawn at the moment of sending, so that it says what is true then."""

import discord

from bot.ids import ChannelId, GuildId, UserId
from bot.keyring import Unopenable
from bot.sections import CommunitySettings
from bot.services.calls import Circle, still_wanted
from bot.services.case_desk import CaseDesk
from bot.services.case_rules import is_quiet
from bot.services.courier import Parcel, Undeliverable, Unwanted
from bot.services.rota import Duty
from bot.storage.cases import LIVE, Case, CaseState
from bot.ui.cards import Card, Tone
from bot.ui.courier import Drawer, Post
from bot.ui.house import House, Voice, public_voice
from cogs.crisis.cards import case_card, list_card, named
from cogs.crisis.staff import buttons_of, look_row, redraw


def draw_alert(house: House, client: discord.Client) -> Drawer:
    """Who draws the card of a case."""

    async def draw(parcel: Parcel) -> Post:
        case = await case_of(house, parcel)
        if is_quiet(case) or (case.state not in LIVE and case.ended_at is None):
            raise Unwanted
        voice = public_voice(house, parcel.guild)
        pings: tuple[discord.Object, ...] = ()
        if case.state is CaseState.OPEN:
            circle = Circle(parcel.ids.get("circle", Circle.MODERATORS))
            pings = await asked(house, client, parcel.guild, circle)
        card = case_card(voice, case, buttons_of(voice, case), mentions(pings))
        return Post(staff_room(house, parcel.guild), card, pings=pings)

    return draw


def draw_call(house: House, client: discord.Client) -> Drawer:
    """Who draws a call of a wider circle."""

    async def draw(parcel: Parcel) -> Post:
        case = await case_of(house, parcel)
        if is_quiet(case) or not still_wanted(case, parcel.ids):
            raise Unwanted
        if "opening" in parcel.ids:  # somebody had it: their name stands on its cards
            await redraw(house, case)
        circle = Circle(parcel.ids["circle"])
        pings = await asked(house, client, parcel.guild, circle)
        voice = public_voice(house, parcel.guild)
        return Post(
            staff_room(house, parcel.guild),
            call_card(voice, case, circle, pings, pressed="pressed" in parcel.ids),
            pings=pings,
        )

    return draw


def draw_many(house: House, client: discord.Client) -> Drawer:
    """Who draws the one card for many cases of one minute."""

    async def draw(parcel: Parcel) -> Post:
        live = await house.feature(CaseDesk).in_the_open(parcel.guild)
        waiting = [case for case in live if case.owner is None]
        if not waiting:
            raise Unwanted
        voice = public_voice(house, parcel.guild)
        waiting.sort(key=lambda case: (case.level != "imminent", case.id))
        circle = Circle(parcel.ids["circle"])
        pings = await asked(house, client, parcel.guild, circle)
        listed = list_card(voice, waiting, look_row(voice, waiting))
        body = (mentions(pings), voice("cases.many-body", count=len(waiting)), *listed.body)
        title = voice("cases.many-title")
        card = Card(title, tuple(filter(None, body)), listed.rows, tone=Tone.URGENT)
        return Post(staff_room(house, parcel.guild), card, pings=pings)

    return draw


def call_card(
    voice: Voice, case: Case, circle: Circle, pings: tuple[discord.Object, ...], *, pressed: bool
) -> Card:
    """Nobody has gone yet, or somebody asks for company: a few words and the way to the case."""
    key = "cases.call-more" if pressed else "cases.call-waiting"
    since = f"<t:{int(case.waiting_since.timestamp())}:R>"
    body = (
        mentions(pings),
        voice(key, since=since),
        voice(f"cases.call-{named(circle.name.lower())}"),
    )
    level = voice(f"cases.level-{named(case.level)}")
    title = voice("cases.title", number=case.id, level=level)
    return Card(title, tuple(filter(None, body)), (buttons_of(voice, case),), tone=Tone.URGENT)


async def asked(
    house: House, client: discord.Client, guild: GuildId, circle: Circle
) -> tuple[discord.Object, ...]:
    """Whom a circle is: people on duty, the moderators' role, or everybody who runs the server.

    Whoever comes from a hard case is asked with all moderators, where there are any, and not
    before: a role is called as a whole. Nobody is never the answer while somebody is on duty.
    """
    role = house.settings.of(guild, CommunitySettings).moderator_role
    if circle is not Circle.ADMINS:
        duty = await house.feature(Duty).coverage(guild)
        on = duty.fresh if circle is Circle.ON_DUTY else ()
        on = on or (() if role else duty.on)
        if on or not role:
            return tuple(discord.Object(each, type=discord.User) for each in on)
        return (discord.Object(role, type=discord.Role),)
    place = client.get_guild(guild)
    if place is None:
        return ()
    roles = [
        discord.Object(each.id, type=discord.Role)
        for each in place.roles
        if each.permissions.manage_guild and not each.managed and not each.is_default()
    ]
    owner = UserId(place.owner_id) if place.owner_id else None
    return (*roles, *((discord.Object(owner, type=discord.User),) if owner else ()))


def mentions(pings: tuple[discord.Object, ...]) -> str:
    """Whom a call names, as Discord writes it."""
    marks = (f"<@{'' if each.type is discord.User else '&'}{each.id}>" for each in pings)
    return " ".join(marks)


def staff_room(house: House, guild: GuildId) -> ChannelId:
    """Where staff read.

    Raises:
        Undeliverable: nobody has chosen a channel.
    """
    channel = house.settings.of(guild, CommunitySettings).staff_channel
    if channel is None:
        raise Undeliverable("no_staff_channel")
    return channel


async def case_of(house: House, parcel: Parcel) -> Case:
    """The case of a parcel.

    Raises:
        Undeliverable: its key is gone.
    """
    try:
        return await house.feature(CaseDesk).for_calls(parcel.guild, parcel.ids["case"])
    except Unopenable:
        raise Undeliverable("unopenable") from None
