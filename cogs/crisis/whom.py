"""*Who may help me*: staff whom a member does not want on their cases, chosen without a reason."""

from collections.abc import Awaitable, Callable, Iterable
from typing import Any

import discord

from bot.app import SupportBot
from bot.errors import Refusal
from bot.ids import GuildId, UserId
from bot.sections import CommunitySettings
from bot.services.courier import Parcel, Unwanted
from bot.services.heartbeat import Heartbeat
from bot.services.without import Without
from bot.storage.outbox import Order
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone
from bot.ui.checkup import Checkup, Examiner, Finding, unwell
from bot.ui.courier import Drawer, Post
from bot.ui.explain import OldButton
from bot.ui.gates import member_of
from bot.ui.home import Door
from bot.ui.house import House, Voice, guild_of, house_of, public_voice, user_of, voice_of
from bot.ui.quietly import contact_words
from bot.ui.routes import Pick, Route
from cogs.crisis.quiet import nobody_left

SHUT = "whom:shut"


class NotThem(Refusal):
    """Nobody is kept from their own cases, and a bot is on none."""

    key = "refusal.not-them"


class Whom(Route, address="whom:open", label="whom.open"):
    """Opens the choice; the label tells nobody what was chosen."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        await answer(interaction, await whom_card(interaction))


class NotThis(Pick, address="whom:not", label="whom.pick"):
    """Somebody whom the member does not want."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        await thinking(interaction)
        await rule_out(interaction, UserId(int(values[0])))
        await turn(interaction, await whom_card(interaction))
        await house_of(interaction).feature(Heartbeat).beat()


class Again(Pick, address="whom:again", label="whom.again"):
    """Somebody whom the member wants again."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        await thinking(interaction)
        house, guild, me = house_of(interaction), guild_of(interaction), user_of(interaction)
        if guild is None or not values[0].isdigit():
            raise OldButton
        await house.feature(Without).take_back(guild, me, UserId(int(values[0])))
        await turn(interaction, await whom_card(interaction))


class Nobody(Route, address="whom:nobody", label="whom.nobody"):
    """Nobody is ruled out any more, where it could not be read who was."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        house, guild, me = house_of(interaction), guild_of(interaction), user_of(interaction)
        if guild is None:
            raise OldButton
        await house.feature(Without).give_up(guild, me)
        await turn(interaction, await whom_card(interaction))


async def rule_out(interaction: discord.Interaction[Any], them: UserId) -> None:
    """Whoever pressed does not want this person on their cases.

    Raises:
        NotThem: it is they themselves, or a bot.
    """
    house, guild, me = house_of(interaction), guild_of(interaction), user_of(interaction)
    if guild is None:
        raise OldButton
    member = await member_of(interaction, them)
    if them == me or (member is not None and member.bot):
        raise NotThem
    await house.feature(Without).choose(guild, me, them)


async def whom_card(interaction: discord.Interaction[Any]) -> Card:
    """Who was chosen, what it does, and plainly what it cannot do."""
    house, voice, guild = house_of(interaction), voice_of(interaction), guild_of(interaction)
    if guild is None:
        raise OldButton
    without, me = house.feature(Without), user_of(interaction)
    chosen = sorted(without.chosen_by(guild, me))
    rows: list[tuple[Control, ...]] = [(NotThis.people(voice),)]
    body = [voice("whom.what")]
    if without.unreadable(guild, me):
        body.append(voice("whom.unreadable"))
        rows.append((Nobody.button(voice),))
    if chosen:
        named = [f"{place}. <@{each}>" for place, each in enumerate(chosen, start=1)]
        options = [
            (str(each), voice("whom.number", place=place))
            for place, each in enumerate(chosen, start=1)
        ]
        body.append("\n".join((voice("whom.chosen"), *named)))
        rows.append((Again.words(voice, options),))
    body.append(voice("whom.limits"))
    if await _past_everything(interaction, chosen):
        body += [voice("whom.past"), contact_words(house, voice)]
    if chosen and await nobody_left(interaction, guild):
        body += [voice("whom.nobody-left"), contact_words(house, voice)]
    small = voice("whom.small")
    return Card(voice("whom.open"), tuple(body), tuple(rows), tone=Tone.CARE, small=small)


async def _past_everything(interaction: discord.Interaction[Any], chosen: list[UserId]) -> bool:
    """Whether Discord lets one of these people past every door."""
    for each in chosen:
        member = await member_of(interaction, each)
        if member is not None and member.guild_permissions.administrator:
            return True
    return False


def examiner(bot: House) -> Examiner:
    """Whether every such choice can be read."""

    async def examine(guild: discord.Guild, voice: Voice) -> Iterable[Finding]:
        count = bot.feature(Without).unreadable_here(GuildId(guild.id))
        return [unwell(voice("whom.doctor-unreadable", count=count))] if count else []

    return examine


async def watch_keys(bot: SupportBot) -> None:
    """Admins learn from the doctor what no key opens, staff once a week that something does not."""
    bot.feature(Checkup).by(examiner(bot))
    bot.courier.draws(SHUT, draw_notice(bot))
    tell = plan_notices(bot)
    bot.nightly.add(tell)
    await tell()


def plan_notices(bot: SupportBot) -> Callable[[], Awaitable[None]]:
    """Tell the staff of each community that a key is missing, once a week.

    Never at the moment when somebody needs help: that would be a hint at them.
    """

    async def plan() -> None:
        now = bot.clock.now()
        year, week, _ = now.isocalendar()
        guilds = bot.feature(Without).unreadable_somewhere()
        await bot.outbox.put(
            [Order(f"{SHUT}:{guild}:{year}-{week}", SHUT, guild, now, {}) for guild in guilds]
        )

    return plan


def draw_notice(bot: House) -> Drawer:
    """Who draws it: without a name, and without a word of what it is that does not open."""

    async def draw(parcel: Parcel) -> Post:
        room = bot.settings.of(parcel.guild, CommunitySettings).staff_channel
        if room is None or not bot.feature(Without).unreadable_here(parcel.guild):
            raise Unwanted
        voice = public_voice(bot, parcel.guild)
        body = (voice("whom.key-body"),)
        return Post(room, Card(voice("whom.key-title"), body, tone=Tone.STAFF))

    return draw


DOOR = Door(50, Whom.button)
ROUTES = (Whom, NotThis, Again, Nobody)
