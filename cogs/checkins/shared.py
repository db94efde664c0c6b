"""What somebody shared with the group: drawn, heard as theirs, and taken back by them."""

from datetime import datetime
from typing import Any

import discord

from bot.ids import UserId
from bot.services.courier import Parcel, Posted, Unwanted
from bot.ui.answers import answer, thinking
from bot.ui.cards import Card, Tone
from bot.ui.courier import Drawer, Post
from bot.ui.house import House, Voice, house_of, public_voice, user_of, voice_of
from bot.ui.router import Router, Said
from bot.ui.routes import Route
from cogs.checkins import cards
from cogs.checkins.diary import Diary
from cogs.checkins.domain import Answer
from cogs.checkins.here import here


class TakeBack(Route, address="checkins:back", label="checkins.take-back", ids=1):
    """On the public card: its author lets it go."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild, number = here(interaction), self.ids[0]
        await thinking(interaction)
        house, voice = house_of(interaction), voice_of(interaction)
        diary = house.feature(Diary)
        row = await diary.post_of(number)
        await diary.take_back(guild, number, user_of(interaction))
        if row is not None and row.channel is not None and row.message is not None:
            await house.courier.withdraw(Posted(row.channel, row.message))
        body = (voice("checkins.taken-back-body"),)
        await answer(interaction, Card(voice("checkins.taken-back"), body, tone=Tone.CARE))


class Listening:
    """A duty of the heartbeat: what was shared is read like any message of its author."""

    def __init__(self, diary: Diary, router: Router) -> None:
        self._diary, self._router = diary, router

    async def work(self) -> None:
        """Read what stands since the last round."""
        for share, row in await self._diary.unheard():
            if row.channel is not None and row.message is not None:
                said = Said(
                    share.guild, row.channel, None, row.message, share.person, share.said.words
                )
                await self._router.spoken_for(said)

    async def next_due(self) -> datetime | None:
        """It rides on the net of the alarm."""
        return None


def draw_share(house: House) -> Drawer:
    """Who draws a share; one that was taken back meanwhile is not posted."""

    async def draw(parcel: Parcel) -> Post:
        number = parcel.ids["share"]
        share = await house.feature(Diary).get(parcel.guild, number)
        if share is None:
            raise Unwanted
        voice = public_voice(house, parcel.guild)
        card = share_card(house, voice, share.person, share.said)
        return Post(share.channel, card.with_rows((TakeBack.button(voice, number),)))

    return draw


def share_card(house: House, voice: Voice, person: UserId, said: Answer) -> Card:
    """PUBLIC: what everybody sees of it, word for word."""
    words = cards.quoted(said.words) if said.words else f"> {cards.said_of(house, voice, said)}"
    return Card(voice("checkins.share-title"), (f"<@{person}>", words), tone=Tone.WARM)


ROUTES = (TakeBack,)
