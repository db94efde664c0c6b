"""Buttons and forms of a check-in.

An address carries only answers that could be given, never one that somebody gave.
"""

from collections.abc import Mapping
from typing import Any

import discord

from bot.epochs.files import KeysUnusable
from bot.ids import GuildId
from bot.sections import CommunitySettings
from bot.services.rota import Duty
from bot.services.without import Without
from bot.storage.database import StorageDown
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone
from bot.ui.forms import Field, Form
from bot.ui.home import Door
from bot.ui.house import House, Voice, house_of, public_voice, user_of, voice_of
from bot.ui.routes import Route
from bot.ui.support import Support
from cogs.checkins import cards, history, remind
from cogs.checkins.diary import Diary, is_something, shareable
from cogs.checkins.domain import LEVELS, MAX_WORDS, RATHER_NOT, Answer, Ended
from cogs.checkins.here import here, room_of
from cogs.checkins.service import CheckIns, TooLong
from cogs.checkins.shared import Listening, share_card
from cogs.checkins.store import CheckIn

Rows = tuple[tuple[Control, ...], ...]


class Say(Route, address="checkins:answer", label="checkins.rather-not", ids=2):
    """One of the five answers, or none; pressed again it changes."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = here(interaction)
        await thinking(interaction)
        number, level = self.ids
        level = level if level in LEVELS else RATHER_NOT
        checkins = house_of(interaction).feature(CheckIns)
        mine = await checkins.answer(guild, number, user_of(interaction), level)
        await turn(interaction, await card_of(interaction, await checkins.get(guild, number), mine))


class More(Route, address="checkins:more", label="checkins.more", ids=1):
    """A few words, typed."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild, number = here(interaction), self.ids[0]
        checkins = house_of(interaction).feature(CheckIns)
        mine = await checkins.mine(guild, number, user_of(interaction))
        await Words(number).open(interaction, {"words": mine.words})


class Words(Form, address="checkins:words", title="checkins.words-title", ids=1):
    """What somebody would like to add; nobody else sees it."""

    fields = (Field("words", "checkins.words", MAX_WORDS, tall=True, hint="checkins.words-hint"),)

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        guild, written = here(interaction), words.get("words", "").strip()
        await thinking(interaction)
        try:
            card = await self._kept(interaction, guild, written)
        except (StorageDown, KeysUnusable):
            card = cards.words_back(voice_of(interaction), "checkins.not-kept-now", written)
        except TooLong:
            card = cards.words_back(voice_of(interaction), "checkins.not-kept-long", written)
        # Help comes first for the eye; the words are safe before it.
        await house_of(interaction).feature(Support).first(interaction, written)
        await answer(interaction, card)

    async def _kept(
        self, interaction: discord.Interaction[Any], guild: GuildId, words: str
    ) -> Card:
        """Words for a check-in that has closed meanwhile go to the person's own of today."""
        checkins, user = house_of(interaction).feature(CheckIns), user_of(interaction)
        number = self.ids[0]
        try:
            mine = await checkins.say(guild, number, user, words)
        except Ended:
            number = (await checkins.own(guild)).id
            mine = await checkins.say(guild, number, user, words)
        return await card_of(interaction, await checkins.get(guild, number), mine)


class Keep(Route, address="checkins:keep", label="checkins.keep", ids=2):
    """Keep it for oneself (1), or no longer (0)."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild, user = here(interaction), user_of(interaction)
        await thinking(interaction)
        number, wanted = self.ids
        diary = house_of(interaction).feature(Diary)
        if wanted:
            await diary.keep(guild, number, user)
        else:
            await diary.let_go(guild, number, user)
        await turn(interaction, await present_card(interaction, number))


class Back(Route, address="checkins:card", label="checkins.not-now", ids=1):
    """Back to one's own card."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        await turn(interaction, await present_card(interaction, self.ids[0]))


class Share(Route, address="checkins:share", label="checkins.share", ids=1):
    """Shows, to this person alone, what everybody would see."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild, user, number = here(interaction), user_of(interaction), self.ids[0]
        await thinking(interaction)
        house, voice = house_of(interaction), voice_of(interaction)
        checkins = house.feature(CheckIns)
        mine = shareable(await checkins.mine(guild, number, user))
        room = room_of(interaction, await checkins.message_of(guild, number))
        look = share_card(house, public_voice(house, guild), user, mine)
        row: tuple[Control, ...] = (Post.button(voice, number), Back.button(voice, number))
        body = (voice("checkins.share-body", room=f"<#{room}>"), *look.body)
        small = voice("checkins.share-small")
        await turn(interaction, Card(voice("checkins.share-preview"), body, (row,), small=small))


class Post(Route, address="checkins:post", label="checkins.share-yes", ids=1):
    """Posts it, under this person's name."""

    style = discord.ButtonStyle.primary

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild, user, number = here(interaction), user_of(interaction), self.ids[0]
        await thinking(interaction)
        house, voice = house_of(interaction), voice_of(interaction)
        room = room_of(interaction, await house.feature(CheckIns).message_of(guild, number))
        stands = await house.feature(Diary).share(guild, number, user, room)
        await house.feature(Listening).work()
        body = (voice("checkins.shared" if stands else "checkins.shared-soon", room=f"<#{room}>"),)
        row: tuple[Control, ...] = (Back.button(voice, number, label=voice("checkins.to-card")),)
        await turn(interaction, Card(voice("checkins.shared-title"), body, (row,)))


class Reach(Route, address="checkins:reach", label="checkins.reach", ids=1):
    """Says what staff would see, before anything is asked."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild, number = here(interaction), self.ids[0]
        await thinking(interaction)
        house, voice = house_of(interaction), voice_of(interaction)
        back: Control = Back.button(voice, number)
        if house.settings.of(guild, CommunitySettings).staff_channel is None:
            body, row = (voice("checkins.reach-nobody"),), (back,)
        else:
            now = await house.feature(Duty).coverage(guild)
            ruled_out = house.feature(Without).chosen_by(guild, user_of(interaction))
            on = set(now.on) - ruled_out
            there = ("on-duty" if on else "nobody-on-duty") if now.kept else "when"
            body = (voice("checkins.reach-seen"), voice(f"checkins.reach-{there}"))
            body += (voice("checkins.reach-without"),) if ruled_out else ()
            row = (Asked.button(voice, number), back)
        await turn(interaction, Card(voice("checkins.reach"), body, (row,), tone=Tone.CARE))


class Asked(Route, address="checkins:asked", label="checkins.reach-yes", ids=1):
    """Staff are told that this person would like somebody to reach out."""

    style = discord.ButtonStyle.primary

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild, number = here(interaction), self.ids[0]
        await thinking(interaction)
        house, voice = house_of(interaction), voice_of(interaction)
        await house.feature(Diary).reach_out(guild, user_of(interaction))
        row: tuple[Control, ...] = (Back.button(voice, number, label=voice("checkins.to-card")),)
        body = (voice("checkins.reach-told"), voice("checkins.heavy"))
        card = Card(voice("checkins.reach-title"), body, (row,), tone=Tone.CARE)
        await turn(interaction, card)


class Own(Route, address="checkins:own", label="checkins.door"):
    """A check-in at any time, for oneself alone."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await show_own(interaction)


async def show_own(interaction: discord.Interaction[Any]) -> None:
    """Today's check-in of somebody's own: the five answers, or what they said already."""
    guild = here(interaction)
    await thinking(interaction)
    house, voice = house_of(interaction), voice_of(interaction)
    checkins = house.feature(CheckIns)
    own = await checkins.own(guild)
    mine = await checkins.mine(guild, own.id, user_of(interaction))
    if mine == Answer():
        doors = (history.door(voice), remind.door(voice))
        rows = (*answers(house, voice, own), doors)
        await answer(interaction, cards.own_card(house, voice, rows))
    else:
        await answer(interaction, await card_of(interaction, own, mine))


async def present_card(interaction: discord.Interaction[Any], number: int) -> Card:
    """The private card as it stands now.

    Raises:
        Ended: the check-in has closed.
    """
    guild, checkins = here(interaction), house_of(interaction).feature(CheckIns)
    mine = await checkins.mine(guild, number, user_of(interaction))
    return await card_of(interaction, await checkins.get(guild, number), mine)


async def card_of(interaction: discord.Interaction[Any], checkin: CheckIn, mine: Answer) -> Card:
    """The private card of a check-in, with everything that can be done with it."""
    house, voice = house_of(interaction), voice_of(interaction)
    label = voice("checkins.more-again" if mine.words else "checkins.more")
    guild, user = here(interaction), user_of(interaction)
    kept, shared = await house.feature(Diary).standing(guild, checkin.id, user)
    keeping = voice("checkins.let-go" if kept else "checkins.keep")
    first: list[Control] = [More.button(voice, checkin.id, label=label)]
    if is_something(mine):
        first.append(Keep.button(voice, checkin.id, int(not kept), label=keeping))
        if not shared:
            first.append(Share.button(voice, checkin.id))
    rows: Rows = (tuple(first), (Reach.button(voice, checkin.id), history.door(voice)))
    days = await house.feature(Diary).kept_for(guild, user) if kept else 0
    return cards.answered_card(house, voice, checkin, mine, kept=days).with_rows(*rows)


def answers(house: House, voice: Voice, checkin: CheckIn) -> Rows:
    """The five answers, and the two ways that are none."""
    five = tuple(
        Say.button(voice, checkin.id, level, label=cards.label_of(house, level)) for level in LEVELS
    )
    other = (More.button(voice, checkin.id), Say.button(voice, checkin.id, RATHER_NOT))
    return (five, other)


DOOR = Door(20, Own.button)
ROUTES = (Say, More, Own, Keep, Back, Share, Post, Reach, Asked)
FORMS = (Words,)
