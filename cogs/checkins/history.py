"""What somebody kept of their check-ins: read as words, taken along, deleted."""

import io
from dataclasses import replace
from typing import Any

import discord

from bot.ui.answers import thinking, turn
from bot.ui.cards import Card, Control, Tone
from bot.ui.house import Voice, house_of, user_of, voice_of
from bot.ui.routes import Pick, Route
from cogs.checkins import cards, picture, remind
from cogs.checkins.diary import Diary
from cogs.checkins.here import here
from cogs.checkins.kept import KEPT_DAYS, Entry
from cogs.checkins.picture import SPANS
from cogs.checkins.taking import Line, taken_along

SHOWN = 10  # on one card
BRIEF = 200  # characters of what was written, on the card that shows many


class History(Route, address="checkins:history", label="checkins.history", ids=1):
    """A page of what was kept; 0 is the newest."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        here(interaction)
        await thinking(interaction)
        await turn(interaction, await history_card(interaction, self.ids[0]))


class One(Pick, address="checkins:entry", label="checkins.pick-entry"):
    """One entry, in full."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild = here(interaction)
        await thinking(interaction)
        house, voice = house_of(interaction), voice_of(interaction)
        kept = await house.feature(Diary).history(guild, user_of(interaction))
        found = next((each for each in kept if str(each.id) == values[0]), None)
        if found is None:
            await turn(interaction, await history_card(interaction, 0))
            return
        row: tuple[Control, ...] = (Delete.button(voice, found.id), History.button(voice, 0))
        said = cards.said_of(house, found.said)
        body = (said, cards.quoted(found.said.words) if found.said.words else "")
        card = Card(_day(found), tuple(filter(None, body)), (row,), tone=Tone.CARE)
        await turn(interaction, card)


class Delete(Route, address="checkins:delete", label="checkins.delete", ids=1):
    """One entry goes."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = here(interaction)
        await thinking(interaction)
        diary = house_of(interaction).feature(Diary)
        await diary.delete(guild, user_of(interaction), self.ids[0])
        await turn(interaction, await history_card(interaction, 0))


class DeleteAll(Route, address="checkins:clear", label="checkins.delete-all"):
    """Asks once more before everything goes."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        here(interaction)
        voice = voice_of(interaction)
        row: tuple[Control, ...] = (Deleted.button(voice), History.button(voice, 0))
        body = (voice("checkins.delete-all-body"),)
        await turn(interaction, Card(voice("checkins.delete-all-title"), body, (row,)))


class Deleted(Route, address="checkins:cleared", label="checkins.delete-all-yes"):
    """Everything goes."""

    style = discord.ButtonStyle.danger

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = here(interaction)
        await thinking(interaction)
        voice = voice_of(interaction)
        await house_of(interaction).feature(Diary).delete(guild, user_of(interaction), None)
        await turn(interaction, Card(voice("checkins.deleted"), (voice("checkins.deleted-body"),)))


class Chart(Route, address="checkins:chart", label="checkins.chart", ids=1):
    """The last so many days as a picture."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild, span = here(interaction), min(self.ids[0], SPANS[-1])
        await thinking(interaction)
        house, voice = house_of(interaction), voice_of(interaction)
        today = house.clock.now().date()
        kept = await house.feature(Diary).history(guild, user_of(interaction))
        seen = picture.marks(kept, today, span)
        said = picture.days_said(house, voice, seen, today, span)
        wanted = picture.days_chart(house, voice, seen, today, span)
        found = await picture.drawn(house, wanted, said, picture.PATIENCE) if seen else None
        row: tuple[Control, ...] = (*charts(voice, besides=span), History.button(voice, 0))
        # Where there is no picture, the words that say the same are shown in its place.
        body = (voice("checkins.chart-body"),) if found else (said,)
        small = voice("checkins.only-you")
        card = Card(voice("checkins.chart-card", days=span), body, (row,), small=small)
        await turn(interaction, replace(card, picture=found))


class KeepFor(Pick, address="checkins:keepfor", label="checkins.keep-for"):
    """For how many days what they keep stays, now and from now on."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild, days = here(interaction), int(values[0]) if values[0].isdigit() else 0
        await thinking(interaction)
        if days in KEPT_DAYS:
            await house_of(interaction).feature(Diary).keep_for(guild, user_of(interaction), days)
        await turn(interaction, await history_card(interaction, 0))


class Export(Route, address="checkins:export", label="checkins.export"):
    """Everything as files, for this person alone."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = here(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        house, voice = house_of(interaction), voice_of(interaction)
        kept = await house.feature(Diary).history(guild, user_of(interaction))
        lines = [
            Line(each.day.date(), cards.said_of(house, each.said), each.said.words) for each in kept
        ]
        heads = tuple(voice(f"checkins.export-{each}") for each in ("day", "answer", "words"))
        files = [
            discord.File(io.BytesIO(body), filename=name)
            for name, body in taken_along(lines, heads).items()
        ]
        await interaction.followup.send(voice("checkins.exported"), files=files, ephemeral=True)


async def history_card(interaction: discord.Interaction[Any], page: int) -> Card:
    """A page of what somebody kept, in words and without a judgement."""
    house, voice, guild = house_of(interaction), voice_of(interaction), here(interaction)
    kept = await house.feature(Diary).history(guild, user_of(interaction))
    days = await house.feature(Diary).kept_for(guild, user_of(interaction))
    lasting = [(str(each), voice("checkins.keep-days", days=each)) for each in KEPT_DAYS]
    keep_for: tuple[Control, ...] = (KeepFor.words(voice, lasting),)
    small = voice("checkins.history-small", days=days)
    if not kept:
        rows = (keep_for, (remind.door(voice),))
        body = (voice("checkins.history-none"),)
        return Card(voice("checkins.history-title"), body, rows, small=small)
    pages = (len(kept) - 1) // SHOWN
    page = min(page, pages)
    shown = kept[page * SHOWN : (page + 1) * SHOWN]
    lines = [_line(cards.said_of(house, each.said), each) for each in shown]
    options = [(str(each.id), each.day.date().isoformat()) for each in shown]
    ways: list[Control] = []
    if page > 0:
        ways.append(History.button(voice, page - 1, label=voice("checkins.newer")))
    if page < pages:
        ways.append(History.button(voice, page + 1, label=voice("checkins.older")))
    ways += [Export.button(voice), DeleteAll.button(voice)]
    pictures = (*charts(voice), remind.door(voice))
    rows = ((One.words(voice, options),), pictures, tuple(ways), keep_for)
    return Card(voice("checkins.history-title"), ("\n".join(lines),), rows, small=small)


def _line(said: str, entry: Entry) -> str:
    words = " ".join(cards.quoted(entry.said.words).replace("> ", "").split())
    words = words if len(words) <= BRIEF else words[: BRIEF - 1] + "…"
    return " · ".join(filter(None, (_day(entry), said, words)))


def _day(entry: Entry) -> str:
    # Noon, so that the reader's own zone shows the same day nearly everywhere.
    return f"<t:{int(entry.day.timestamp()) + 12 * 3600}:D>"


def charts(voice: Voice, besides: int = 0) -> tuple[Control, ...]:
    """The pictures that there are."""
    return tuple(
        Chart.button(voice, span, label=voice("checkins.chart", days=span))
        for span in picture.SPANS
        if span != besides
    )


def door(voice: Voice) -> Control:
    """The button that leads here."""
    return History.button(voice, 0)


ROUTES = (History, One, Delete, DeleteAll, Deleted, Chart, KeepFor, Export)
