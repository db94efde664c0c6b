"""What is kept of somebody: seen in words, taken as files, erased by a typed word."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

import discord

from bot.errors import Refusal
from bot.services.copying import Copying
from bot.services.erasing import Erasing
from bot.services.heartbeat import Heartbeat
from bot.storage.belongings import Kept
from bot.texts import FALLBACK
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone
from bot.ui.forms import Field, Form
from bot.ui.house import Voice, house_of, user_of, voice_of
from bot.ui.routes import Route
from cogs.privacy.panel import BackToMe, here

A_PAGE = 6  # tables: as much as can be read at one go


class OtherWord(Refusal):
    """The word was another one."""

    key = "refusal.other-word"


class See(Route, address="mine:see", label="mine.see", ids=1):
    """What is kept, why, until when; the id is the page."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = here(interaction)
        await thinking(interaction)
        house, voice = house_of(interaction), voice_of(interaction)
        outlook = await house.feature(Erasing).outlook(guild, user_of(interaction))
        await turn(interaction, see_card(voice, outlook.kept, self.ids[0]))


class Copy(Route, address="mine:copy", label="mine.copy"):
    """All of it as files, for this person alone."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = here(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        voice = voice_of(interaction)
        files = (
            await house_of(interaction).feature(Copying).copy(guild, user_of(interaction), voice)
        )
        key = "mine.copied" if files else "mine.nothing"
        body = (voice(key, count=len(files)), *((voice("mine.copied-not"),) if files else ()))
        await answer(interaction, Card(voice("mine.copy"), body, tone=Tone.CALM))
        for each in files:
            file = discord.File(io.BytesIO(each.content), filename=each.name)
            await interaction.followup.send(file=file, ephemeral=True)


class Erase(Route, address="mine:erase", label="mine.erase"):
    """Before anything goes: what becomes of what is open, and what nobody here can take back."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = here(interaction)
        await thinking(interaction)
        house, voice = house_of(interaction), voice_of(interaction)
        outlook = await house.feature(Erasing).outlook(guild, user_of(interaction))
        opened = [voice(key, count=count) for key, count in outlook.open]
        body = [voice("mine.erase-what")]
        if opened:
            body.append("\n".join((voice("mine.erase-open"), *(f"* {each}" for each in opened))))
        body += [voice("mine.stays-discord"), voice("mine.stays-others")]
        row: tuple[Control, ...] = (Type.button(voice), BackToMe.button(voice))
        small = voice("mine.erase-small")
        await turn(interaction, Card(voice("mine.erase"), tuple(body), (row,), Tone.WARM, small))


class Type(Route, address="mine:word", label="mine.type"):
    """Asks for the word."""

    style = discord.ButtonStyle.danger

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await TypeForm().open(interaction)


class TypeForm(Form, address="mine:gone", title="mine.erase"):
    """One word, so that no press in passing erases anything."""

    fields = (Field("word", "mine.word-label", 40, hint="mine.word-hint"),)

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        guild, voice = here(interaction), voice_of(interaction)
        # The English one counts in every language: not every keyboard has every letter.
        english = Voice(voice.texts, FALLBACK)
        meant = {each("mine.word").casefold() for each in (voice, english)}
        if words.get("word", "").strip().casefold() not in meant:
            raise OtherWord
        await thinking(interaction)
        receipt = await house_of(interaction).feature(Erasing).erase(guild, user_of(interaction))
        body = [voice("mine.erased" if receipt.erased else "mine.nothing")]
        body += [_counts(voice, receipt.erased)] if receipt.erased else []
        body += [voice("mine.stays-discord"), voice("mine.stays-others"), voice("mine.backups")]
        body += [] if receipt.folded else [voice("mine.not-folded")]
        await turn(interaction, Card(voice("mine.receipt"), tuple(body), tone=Tone.WARM))
        await house_of(interaction).feature(Heartbeat).beat()  # whoever takes over is asked now


def see_card(voice: Voice, kept: Sequence[Kept], page: int) -> Card:
    """A page of what is kept: why, how many, until when."""
    pages = max(1, -(-len(kept) // A_PAGE))
    page = min(page, pages - 1)
    lines = [_line(voice, each) for each in kept[page * A_PAGE : (page + 1) * A_PAGE]]
    body = [voice("mine.see-what"), *lines] if kept else [voice("mine.nothing")]
    if page == pages - 1:
        body += [voice("mine.see-shares"), voice("mine.see-others")]
    ways: list[Control] = []
    if page:
        ways.append(See.button(voice, page - 1, label=voice("mine.before")))
    if page < pages - 1:
        ways.append(See.button(voice, page + 1, label=voice("mine.after")))
    rows: tuple[tuple[Control, ...], ...] = (
        tuple(ways),
        (Copy.button(voice), Erase.button(voice), BackToMe.button(voice)),
    )
    title = voice("mine.see-title", page=page + 1, pages=pages)
    return Card(title, tuple(body), rows, tone=Tone.CALM, small=voice("me.small"))


def _line(voice: Voice, kept: Kept) -> str:
    until = "mine.until-on"
    stamp = ""
    if kept.until is not None:
        until, stamp = "mine.until", f"<t:{int(kept.until.timestamp())}:D>"
    when = voice(until, until=stamp) if stamp else voice(until)
    return voice("mine.line", why=voice(kept.declared.why), count=kept.count, when=when)


def _counts(voice: Voice, erased: Sequence[Kept]) -> str:
    return "\n".join(
        voice("mine.gone", why=voice(each.declared.why), count=each.count) for each in erased
    )


ROUTES = (See, Copy, Erase, Type)
FORMS = (TypeForm,)
