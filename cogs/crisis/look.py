"""Looking in the next day: what the member is asked, and what whoever settled their case sees."""

from collections.abc import Mapping
from typing import Any

import discord

from bot.ids import GuildId, UserId
from bot.sections import CommunitySettings
from bot.services.case_desk import CaseDesk
from bot.services.case_follow_up import FollowUps, LookIn
from bot.services.case_rules import CaseTaken, NoSuchCase, is_quiet, may_see
from bot.services.courier import Parcel, Unclear, Undeliverable, Unwanted
from bot.services.heartbeat import Heartbeat
from bot.services.reach import Notice, Reach
from bot.services.without import Without
from bot.storage.cases import Case
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone
from bot.ui.courier import Drawer, Post
from bot.ui.gates import Right, require, serves
from bot.ui.house import House, Voice, guild_of, house_of, public_voice, user_of, voice_of
from bot.ui.notices import Notices, Wanted
from bot.ui.quietly import at_hand, contact_words
from bot.ui.routes import Route
from cogs.crisis import helpnow
from cogs.crisis.concern import concern_of, guild_in
from cogs.crisis.domain import ASK_FIRST
from cogs.crisis.plainly import talk_again
from cogs.crisis.quiet import nobody_left

HELLO = "look:hello"
HELLO_NUMBER = 12  # under which this notice travels; never given to another
LOOK = "look:look"
LOOK_NUMBER = 13


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
        voice = voice_of(interaction)
        if interaction.guild_id is None:  # a notice of a case that stands in no channel
            card = Card(voice("look.line-title"), (voice("look.at-home"),), tone=Tone.STAFF)
            await turn(interaction, card)
            return
        require(interaction, Right.MODERATE)
        await thinking(interaction)
        case = await _mine(interaction, self.ids[0])
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
        shut = house.feature(Without).unreadable(case.guild, user_of(interaction))
        why = (voice("whom.unreadable" if shut else "look.talk-nobody"),)
        told = not shut and await talk_again(house, case)
        if told and await nobody_left(interaction, case.guild):
            told, why = False, (voice("whom.nobody-left"), contact_words(house, voice))
        if not told:
            body = (*why, voice("look.talk-numbers"))
            await turn(interaction, Card(voice("more.nobody-title"), body, (row,), tone=Tone.CARE))
            return
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
    """The case, for whoever settled it; for any of the staff who may see it where they cannot."""
    guild, house, me = (
        require(interaction, Right.MODERATE),
        house_of(interaction),
        user_of(interaction),
    )
    case = await house.feature(CaseDesk).get(guild, number, me)
    if case.owner is None:
        raise NoSuchCase
    if case.owner == me:
        return case
    if may_see(case, case.owner) and await serves(interaction.client, house, guild, case.owner):
        raise CaseTaken(owner=f"<@{case.owner}>")
    return case


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
            case = await house.feature(CaseDesk).for_calls(guild, parcel.ids["case"])
        except NoSuchCase:
            raise Unwanted from None
        if is_quiet(case) or case.owner is None or not await house.feature(FollowUps).wished(case):
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


def draw_quietly(house: House, client: discord.Client) -> Drawer:
    """Who tells of it without a channel: whoever settled the case, else the others who may know."""

    async def draw(parcel: Parcel) -> Post:
        place, reach = client.get_guild(parcel.guild), house.feature(Reach)
        try:
            case = await house.feature(CaseDesk).for_calls(parcel.guild, parcel.ids["case"])
        except NoSuchCase:
            raise Unwanted from None
        if place is None or case.owner is None or not await house.feature(FollowUps).wished(case):
            raise Unwanted
        told = [case.owner] if may_see(case, case.owner) else []
        try:
            if not told or not await serves(client, house, case.guild, case.owner):
                others = await at_hand(house, place, {*case.hidden, case.person})
                told = [UserId(each.id) for each in others if may_see(case, UserId(each.id))]
        except discord.HTTPException:
            raise Unclear from None
        for who in told:
            ids = {"guild": case.guild, "case": case.id, "who": who}
            notice = Notice(case.guild, who, LOOK, ids)
            await reach.leave(notice)  # there its button works, which a direct message only names
            await reach.tell(notice, house.feature(Notices).numbers)
        raise Unwanted

    return draw


def look_card(voice: Voice, ids: Mapping[str, int]) -> Card:
    """To whoever may look in; it says nothing of whom it is about."""
    row: tuple[Control, ...] = (Open.button(voice, ids["case"]),)
    body = (voice("look.line-quiet"),)
    return Card(voice("look.line-title"), body, (row,), tone=Tone.STAFF)


def look_still(house: House) -> Wanted:
    """Whether that is still true for somebody, asked when it is sent or shown."""

    async def wanted(guild: GuildId, ids: Mapping[str, int]) -> bool:
        try:
            case = await house.feature(CaseDesk).for_calls(guild, ids["case"])
        except NoSuchCase:
            return False
        return may_see(case, UserId(ids["who"])) and await house.feature(FollowUps).wished(case)

    return wanted


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
