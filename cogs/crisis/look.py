"""Looking in the next day: what the member is asked, and what whoever settled their case sees."""

from collections.abc import Mapping
from typing import Any

import discord

from bot.ids import GuildId
from bot.sections import CommunitySettings
from bot.services.case_rules import NoSuchCase
from bot.services.cases import Cases
from bot.services.courier import Parcel, Undeliverable, Unwanted
from bot.services.follow_up import FollowUps, LookIn
from bot.services.heartbeat import Heartbeat
from bot.services.reach import Notice, Reach
from bot.storage.cases import Case
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone
from bot.ui.courier import Drawer, Post
from bot.ui.gates import Right, require, serves
from bot.ui.house import House, Voice, guild_of, house_of, public_voice, user_of, voice_of
from bot.ui.notices import Notices
from bot.ui.routes import Route
from cogs.crisis import helpnow
from cogs.crisis.concern import concern_of, guild_in
from cogs.crisis.domain import ASK_FIRST
from cogs.crisis.service import Help

HELLO = "look:hello"
HELLO_NUMBER = 12  # under which this notice travels; never given to another


class Wish(Route, address="more:tomorrow", label="look.wish", token=True):
    """On the private card: a human may look in tomorrow."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        house, voice = house_of(interaction), voice_of(interaction)
        guild = guild_in(interaction, self.token)
        known = guild is not None and concern_of(interaction, self.token) is not None
        if guild is None or not known:
            await answer(interaction, await helpnow.help_card(interaction, "general"))
            return
        if not await house.feature(FollowUps).wish(guild, user_of(interaction)):
            body = (voice("look.nobody-body"),)
            await answer(interaction, Card(voice("look.nobody-title"), body, tone=Tone.CARE))
            return
        row: tuple[Control, ...] = (TakeBack.button(voice, token=self.token),)
        words = (voice("look.wished-body"), voice("look.wished-how"))
        await answer(interaction, Card(voice("look.wished-title"), words, (row,), tone=Tone.CARE))


class TakeBack(Route, address="more:rather", label="look.take-back", token=True):
    """Rather not, after all."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        voice, guild = voice_of(interaction), guild_in(interaction, self.token)
        if guild is not None:
            await house_of(interaction).feature(FollowUps).take_back(guild, user_of(interaction))
        body = (voice("look.taken-back-body"),)
        await turn(interaction, Card(voice("look.taken-back-title"), body, tone=Tone.CARE))


class Open(Route, address="look:open", label="look.open", ids=1):
    """Shows whoever settled the case what they may do, and what would be sent."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        require(interaction, Right.MODERATE)
        await thinking(interaction)
        voice, case = voice_of(interaction), await _mine(interaction, self.ids[0])
        if not await house_of(interaction).feature(FollowUps).wished(case):
            await turn(interaction, _over_card(voice))
            return
        row: tuple[Control, ...] = (Ask.button(voice, case.id), NotToday.button(voice))
        body = (
            voice("look.ask-body", who=f"<@{case.person}>"),
            f"> {voice('look.hello-body')}",
        )
        title, small = voice("look.ask-title"), voice("look.ask-small")
        await turn(interaction, Card(title, body, (row,), tone=Tone.STAFF, small=small))


class Ask(Route, address="look:ask", label="look.ask", ids=1):
    """Asks the member, by the ladder and once; where a person is the danger it only waits."""

    style = discord.ButtonStyle.primary

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        require(interaction, Right.MODERATE)
        await thinking(interaction)
        house, voice = house_of(interaction), voice_of(interaction)
        case, follow_ups = await _mine(interaction, self.ids[0]), house.feature(FollowUps)
        if not await follow_ups.wished(case):
            await turn(interaction, _over_card(voice))
            return
        reach, notice = house.feature(Reach), _notice(case)
        # Told first, marked then: the same notice twice is one, and none is lost between the two.
        await reach.leave(notice)
        if case.category not in ASK_FIRST:
            await reach.tell(notice, house.feature(Notices).numbers)
        await follow_ups.asked(case, user_of(interaction))
        await house.feature(Heartbeat).beat()
        body = (voice("look.sent-body"),)
        await turn(interaction, Card(voice("look.sent-title"), body, tone=Tone.STAFF))


class NotToday(Route, address="look:no", label="look.not-today"):
    """Nothing is sent, and nobody asks why."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        require(interaction, Right.MODERATE)
        voice = voice_of(interaction)
        body = (voice("look.not-today-body"),)
        await turn(interaction, Card(voice("look.not-today-title"), body, tone=Tone.STAFF))


class Okay(Route, address="look:okay", label="look.okay", ids=2):
    """I'm okay."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await _answered(interaction, self.ids, LookIn.OKAY)
        voice = voice_of(interaction)
        row: tuple[Control, ...] = (Talk.button(voice, *self.ids),)
        body = (voice("look.okay-body"),)
        await turn(interaction, Card(voice("look.okay-title"), body, (row,), tone=Tone.CARE))


class Talk(Route, address="look:talk", label="look.talk", ids=2):
    """I'd like to talk: staff are told, as when somebody asks for a human."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        case = await _answered(interaction, self.ids, LookIn.TALK)
        house, voice = house_of(interaction), voice_of(interaction)
        row: tuple[Control, ...] = (helpnow.HelpNow.button(voice),)
        if house.settings.of(case.guild, CommunitySettings).staff_channel is None:
            body = (voice("look.talk-nobody"), voice("look.talk-numbers"))
            await turn(interaction, Card(voice("more.nobody-title"), body, (row,), tone=Tone.CARE))
            return
        await house.feature(Help).talk_again(case)
        body = (voice("look.talk-body"), voice("look.talk-numbers"))
        await turn(interaction, Card(voice("more.asked-title"), body, (row,), tone=Tone.CARE))


class Never(Route, address="look:never", label="look.never", ids=2):
    """Please don't ask again."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await _answered(interaction, self.ids, LookIn.NEVER)
        voice = voice_of(interaction)
        body = (voice("look.never-body"),)
        await turn(interaction, Card(voice("look.never-title"), body, tone=Tone.CARE))


async def _mine(interaction: discord.Interaction[Any], number: int) -> Case:
    guild, house = require(interaction, Right.MODERATE), house_of(interaction)
    owner = (await house.feature(Cases).get(guild, number)).owner
    gone = owner is not None and owner != user_of(interaction)
    gone = gone and not await serves(interaction.client, house, guild, owner or 0)
    follow_ups = house.feature(FollowUps)
    return await follow_ups.for_owner(guild, number, user_of(interaction), orphaned=gone)


async def _answered(
    interaction: discord.Interaction[Any], ids: tuple[int, ...], said: LookIn
) -> Case:
    """The answer, from a direct message or a card: the button itself names the community."""
    await thinking(interaction)
    house, guild = house_of(interaction), GuildId(ids[0])
    if guild_of(interaction) not in (None, guild):
        raise NoSuchCase
    follow_ups = house.feature(FollowUps)
    case = await follow_ups.answered(guild, ids[1], user_of(interaction), said)
    await house.feature(Reach).take_back(_notice(case))
    return case


def hello_card(voice: Voice, ids: Mapping[str, int]) -> Card:
    """To the member, in words that tell nobody anything."""
    place = ids["guild"], ids["case"]
    row: tuple[Control, ...] = (
        Okay.button(voice, *place),
        Talk.button(voice, *place),
        Never.button(voice, *place),
    )
    body, small = (voice("look.hello-body"),), voice("look.hello-small")
    return Card(voice("look.hello-title"), body, (row,), tone=Tone.WARM, small=small)


def draw_follow_up(house: House, client: discord.Client) -> Drawer:
    """Who draws the line for whoever settled a case; it says nothing of whom it is about."""

    async def draw(parcel: Parcel) -> Post:
        guild = parcel.guild
        try:
            case = await house.feature(Cases).get(guild, parcel.ids["case"])
        except NoSuchCase:
            raise Unwanted from None
        if case.owner is None or not await house.feature(FollowUps).wished(case):
            raise Unwanted
        room = house.settings.of(guild, CommunitySettings).staff_channel
        if room is None:
            raise Undeliverable("no_staff_channel")
        voice = public_voice(house, guild)
        row: tuple[Control, ...] = (Open.button(voice, case.id),)
        if not await _still_here(house, client, case):
            return Post(room, Card("", (voice("look.line-anybody"),), (row,), tone=Tone.STAFF))
        line = voice("look.line", who=f"<@{case.owner}>")
        pings = (discord.Object(case.owner, type=discord.User),)
        return Post(room, Card("", (line,), (row,), tone=Tone.STAFF), pings=pings)

    return draw


async def _still_here(house: House, client: discord.Client, case: Case) -> bool:
    try:
        return await serves(client, house, case.guild, case.owner or 0)
    except discord.HTTPException:
        return True  # asked in vain: the line names them, and whoever opens it is asked again


def _notice(case: Case) -> Notice:
    return Notice(case.guild, case.person, HELLO, {"guild": case.guild, "case": case.id})


def _over_card(voice: Voice) -> Card:
    return Card(voice("look.over-title"), (voice("look.over-body"),), tone=Tone.STAFF)


ROUTES = (Wish, TakeBack, Open, Ask, NotToday, Okay, Talk, Never)
