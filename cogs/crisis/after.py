"""Looking after whoever went: three taps at most, private, and no answer is kept.

Of a case that is kept from somebody no line stands in the staff channel: they read there.
"""

from datetime import timedelta
from typing import Any

import discord

from bot.ids import ChannelId, GuildId
from bot.sections import CommunitySettings
from bot.services.calls import stamp
from bot.services.case_desk import CaseDesk
from bot.services.case_rules import NoSuchCase, is_quiet
from bot.services.courier import Parcel, Undeliverable
from bot.services.heartbeat import Heartbeat
from bot.services.load import was_hard
from bot.services.outbox import Outbox
from bot.services.rota import Duty
from bot.storage.cases import Case
from bot.storage.outbox import Order
from bot.ui.answers import thinking, turn
from bot.ui.cards import Card, Control, Tone
from bot.ui.courier import Drawer, Post
from bot.ui.gates import Right, require
from bot.ui.house import House, Voice, house_of, public_voice, user_of, voice_of
from bot.ui.routes import Route
from cogs.crisis.rota import Away

TALK = "after:talk"
# A wish to talk that is a day old is asked in person, not by a late line.
TALK_UNTIL = timedelta(days=1)
LEFT_OUT_DAYS = (1, 7)
UNSPOKEN = 0  # in place of the number of a case of which no channel learns


class Fine(Route, address="after:fine", label="after.fine"):
    """All right: then there is only their turn to choose."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        require(interaction, Right.MODERATE)
        voice = voice_of(interaction)
        body = (voice("after.fine-body"), voice("after.turn"))
        await turn(interaction, _card(voice, "after.fine-title", body, (Usual.button(voice),)))


class Heavy(Route, address="after:heavy", label="after.heavy", ids=1):
    """It stays with them: that this is normal, company, and time without calls."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        require(interaction, Right.MODERATE)
        voice = voice_of(interaction)
        away = tuple(
            Away.button(voice, days, label=voice("rota.away-days", days=days))
            for days in LEFT_OUT_DAYS
        )
        row: tuple[Control, ...] = (*away, NotNow.button(voice))
        if self.ids[0] != UNSPOKEN:
            row = (Talk.button(voice, *self.ids), *row)
        body = (voice("after.heavy-body"), voice("after.alone"), voice("after.turn"))
        await turn(interaction, _card(voice, "after.heavy-title", body, row))


class Talk(Route, address="after:talk", label="after.talk", ids=1):
    """Says first what the others would read."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        require(interaction, Right.MODERATE)
        await thinking(interaction)
        voice, case = voice_of(interaction), await _carried(interaction, self.ids[0])
        if is_quiet(case):
            await turn(interaction, _quiet_card(voice))
            return
        line = voice("after.line", who=interaction.user.mention)
        row: tuple[Control, ...] = (Ask.button(voice, *self.ids), NotNow.button(voice))
        body = (voice("after.talk-body"), f"> {line}", voice("after.talk-or"))
        await turn(interaction, _card(voice, "after.talk-title", body, row))


class Ask(Route, address="after:ask", label="after.ask", ids=1):
    """Yes: one line in the staff channel, once for a case."""

    style = discord.ButtonStyle.primary

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.MODERATE)
        await thinking(interaction)
        house, voice, me = house_of(interaction), voice_of(interaction), user_of(interaction)
        case = await _carried(interaction, self.ids[0])
        if is_quiet(case):
            await turn(interaction, _quiet_card(voice))
            return
        if house.settings.of(guild, CommunitySettings).staff_channel is None:
            body: tuple[str, ...] = (voice("after.nobody-body"),)
            await turn(interaction, _card(voice, "after.nobody-title", body, ()))
            return
        now = house.clock.now()
        key = f"{TALK}:{case.id}:{stamp(case.ended_at or now)}"
        order = Order(key, TALK, guild, now, {"who": me}, late_after=now + TALK_UNTIL)
        await house.feature(Outbox).put([order])
        await house.feature(Heartbeat).beat()
        body = (voice("after.asked-body"), voice("after.alone"))
        await turn(interaction, _card(voice, "after.asked-title", body, ()))


class NotNow(Route, address="after:no", label="after.not-now"):
    """Not now; needs no reason."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        require(interaction, Right.MODERATE)
        voice = voice_of(interaction)
        body = (voice("after.not-now-body"), voice("after.turn"))
        await turn(interaction, _card(voice, "after.not-now-title", body, (Usual.button(voice),)))


class Usual(Route, address="after:usual", label="after.usual"):
    """Asks them in their turn all the same."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.MODERATE)
        await thinking(interaction)
        await house_of(interaction).feature(Duty).as_usual(guild, user_of(interaction))
        voice = voice_of(interaction)
        await turn(interaction, _card(voice, "after.usual-title", (voice("after.usual-body"),), ()))


def ended_card(voice: Voice, case: Case) -> Card:
    """To whoever ended a case: thanks, and after a hard one the offer of a short debrief."""
    key = "cases.ended-false" if case.outcome == "false_alarm" else "cases.ended-body"
    title = voice("cases.ended-title", number=case.id)
    if not was_hard(case):
        return Card(title, (voice(key), voice("cases.after")), tone=Tone.STAFF)
    row: tuple[Control, ...] = (
        Fine.button(voice),
        Heavy.button(voice, case.id),
        Talk.button(voice, case.id),
        NotNow.button(voice),
    )
    alone = "after.alone"
    if is_quiet(case):
        row, alone = (row[0], Heavy.button(voice, UNSPOKEN), row[-1]), "after.quiet-body"
    body = (voice(key), voice("after.offer"), voice(alone))
    return Card(title, body, (row,), tone=Tone.CARE, small=voice("after.small"))


async def _carried(interaction: discord.Interaction[Any], number: int) -> Case:
    """A hard case, for whoever settled it."""
    guild, me = require(interaction, Right.MODERATE), user_of(interaction)
    case = await house_of(interaction).feature(CaseDesk).get(guild, number, me)
    if case.owner != me or not was_hard(case):
        raise NoSuchCase
    return case


def _quiet_card(voice: Voice) -> Card:
    return _card(voice, "after.quiet-title", (voice("after.quiet-body"),), ())


def draw_talk(house: House) -> Drawer:
    """Who draws the line by which somebody asks the others for a talk."""

    async def draw(parcel: Parcel) -> Post:
        voice, room = public_voice(house, parcel.guild), _staff_room(house, parcel.guild)
        line = voice("after.line", who=f"<@{parcel.ids['who']}>")
        return Post(room, Card("", (line,), tone=Tone.STAFF))

    return draw


def _staff_room(house: House, guild: GuildId) -> ChannelId:
    room = house.settings.of(guild, CommunitySettings).staff_channel
    if room is None:
        raise Undeliverable("no_staff_channel")
    return room


def _card(voice: Voice, title: str, body: tuple[str, ...], row: tuple[Control, ...]) -> Card:
    return Card(voice(title), body, (row,), tone=Tone.CARE)


ROUTES = (Fine, Heavy, Talk, Ask, NotNow, Usual)
