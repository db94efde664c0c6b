"""What somebody kept of their check-ins: read as words, taken along, deleted."""

import io
import json
from typing import Any

import discord

from bot.ui.answers import thinking, turn
from bot.ui.cards import Card, Control, Tone
from bot.ui.house import Voice, house_of, user_of, voice_of
from bot.ui.routes import Pick, Route
from cogs.checkins import cards
from cogs.checkins.diary import Diary
from cogs.checkins.here import here
from cogs.checkins.kept import KEPT, Entry

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
        said = cards.said_of(house, voice, found.said)
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


class Export(Route, address="checkins:export", label="checkins.export"):
    """Everything as a file, for this person alone."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = here(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        house, voice = house_of(interaction), voice_of(interaction)
        kept = await house.feature(Diary).history(guild, user_of(interaction))
        written = [
            {
                "day": each.day.date().isoformat(),
                "answer": cards.said_of(house, voice, each.said) or None,
                "words": each.said.words or None,
            }
            for each in kept
        ]
        body = json.dumps(written, ensure_ascii=False, indent=2).encode("utf-8", "replace")
        file = discord.File(io.BytesIO(body), filename="check-ins.json")
        await interaction.followup.send(voice("checkins.exported"), file=file, ephemeral=True)


async def history_card(interaction: discord.Interaction[Any], page: int) -> Card:
    """A page of what somebody kept, in words and without a judgement."""
    house, voice, guild = house_of(interaction), voice_of(interaction), here(interaction)
    kept = await house.feature(Diary).history(guild, user_of(interaction))
    if not kept:
        return Card(voice("checkins.history-title"), (voice("checkins.history-none"),))
    pages = (len(kept) - 1) // SHOWN
    page = min(page, pages)
    shown = kept[page * SHOWN : (page + 1) * SHOWN]
    lines = [_line(cards.said_of(house, voice, each.said), each) for each in shown]
    options = [(str(each.id), voice.day(each.day.date())) for each in shown]
    ways: list[Control] = []
    if page > 0:
        ways.append(History.button(voice, page - 1, label=voice("checkins.newer")))
    if page < pages:
        ways.append(History.button(voice, page + 1, label=voice("checkins.older")))
    ways += [Export.button(voice), DeleteAll.button(voice)]
    rows = ((One.words(voice, options),), tuple(ways))
    small = voice("checkins.history-small", days=KEPT.days)
    return Card(voice("checkins.history-title"), ("\n".join(lines),), rows, small=small)


def _line(said: str, entry: Entry) -> str:
    words = " ".join(cards.quoted(entry.said.words).replace("> ", "").split())
    words = words if len(words) <= BRIEF else words[: BRIEF - 1] + "…"
    return " · ".join(filter(None, (_day(entry), said, words)))


def _day(entry: Entry) -> str:
    # Noon, so that the reader's own zone shows the same day nearly everywhere.
    return f"<t:{int(entry.day.timestamp()) + 12 * 3600}:D>"


def door(voice: Voice) -> Control:
    """The button that leads here."""
    return History.button(voice, 0)


ROUTES = (History, One, Delete, DeleteAll, Deleted, Export)
