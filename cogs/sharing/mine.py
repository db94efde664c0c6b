"""`/share`: what is somebody's own, without its words; change, take back, letters, cut off."""

from collections.abc import Mapping
from typing import Any

import discord

from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Tone, plain, words_of
from bot.ui.forms import Field, Form
from bot.ui.house import Voice, house_of, voice_of
from bot.ui.routes import Pick, Route
from cogs.sharing.cards import Rows, line, list_card, one_card
from cogs.sharing.domain import NotPosted, harmless
from cogs.sharing.keeping import Keeping
from cogs.sharing.leaving import Discard, Unlink, Withdraw, author_of
from cogs.sharing.service import Sharing
from cogs.sharing.store import UNPOSTED, Share, Stage
from cogs.sharing.writing import Change, EditForm, ShareForm, Write, show_preview

LETTER = 1000  # characters
SHOWN = 25  # Discord's own limit of options


async def open_share(interaction: discord.Interaction[Any]) -> None:
    """The form; first what is theirs, where there is something."""
    house = house_of(interaction)
    author = author_of(interaction)
    if await house.feature(Keeping).mine(author):
        await thinking(interaction)
        await answer(interaction, await mine_card(interaction))
        return
    await house.feature(Sharing).check(author)
    await ShareForm().open(interaction)


async def mine_card(interaction: discord.Interaction[Any]) -> Card:
    """Everything of somebody's, with a way to each."""
    keeping, voice = house_of(interaction).feature(Keeping), voice_of(interaction)
    author = author_of(interaction)
    shares = await keeping.mine(author)
    unread = await keeping.unread(author, shares)
    options = [(str(each.id), plainly(voice, each)) for each in shares[:SHOWN]]
    rows: Rows = ((Write.button(voice),),)
    if options:
        rows = (*rows, (Choose.words(voice, options),))
    return list_card(voice, shares, unread, rows)


def plainly(voice: Voice, share: Share) -> str:
    """A share as an option says it: no marks, and the day as the list shows it."""
    stamp = f"<t:{int(share.at.timestamp())}:d>"
    return line(voice, share).replace("*", "").replace(stamp, str(share.at.date()))


class Open(Route, address="sharing:open", label="sharing.door"):
    """The door on the Home panel, and on the panel of the channel."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await open_share(interaction)


class Mine(Route, address="sharing:mine", label="sharing.mine"):
    """Shows what is somebody's own."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        await turn(interaction, await mine_card(interaction))


class Choose(Pick, address="sharing:choose", label="sharing.choose"):
    """One of somebody's own."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        await thinking(interaction)
        house, voice = house_of(interaction), voice_of(interaction)
        keeping = house.feature(Keeping)
        number = int(values[0]) if values[0].isdecimal() else 0
        share = await keeping.get(author_of(interaction), number)
        if share.stage is Stage.DRAFT:
            await show_preview(interaction, number)
            return
        rows = (buttons(voice, share), (Mine.button(voice, label=voice("sharing.back")),))
        card = one_card(voice, share, await keeping.replies(number), rows)
        await turn(interaction, card)


def buttons(voice: Voice, share: Share) -> tuple[Route, ...]:
    """What can be done with one of one's own, by where it stands."""
    if share.stage in UNPOSTED:
        return (Change.button(voice, share.id), Discard.button(voice, share.id))
    if share.stage is not Stage.POSTED:
        return (Letters.button(voice, share.id), Unlink.button(voice, share.id))
    return (
        Edit.button(voice, share.id),
        Withdraw.button(voice, share.id),
        Letters.button(voice, share.id),
        Unlink.button(voice, share.id),
    )


class Edit(Route, address="sharing:edit", label="sharing.edit", ids=1):
    """Opens the form with the words as they stand in the channel: here they are kept no more."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        share = (
            await house_of(interaction).feature(Keeping).get(author_of(interaction), self.ids[0])
        )
        if share.stage is not Stage.POSTED or share.place is None:
            raise NotPosted
        words = await posted_words(interaction, share)
        await EditForm(self.ids[0]).open(interaction, {"words": words})


async def posted_words(interaction: discord.Interaction[Any], share: Share) -> str:
    """The words of a share as they stand in the channel; nothing where they cannot be read."""
    channel, message = share.place or (0, 0)
    place = interaction.client.get_partial_messageable(channel)
    try:
        return words_of(await place.fetch_message(message))
    except discord.HTTPException:
        return ""


class Letters(Route, address="sharing:letters", label="sharing.letters", ids=1):
    """What staff wrote about a share, and the way to answer."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        voice = voice_of(interaction)
        keeping = house_of(interaction).feature(Keeping)
        said = await keeping.letters(author_of(interaction), self.ids[0])
        rows: Rows = ((Answer.button(voice, self.ids[0]),),) if said else ()
        await answer(interaction, letters_card(voice, said, rows, "sharing.letters-small"))


def letters_card(voice: Voice, said: list[tuple[bool, str]], rows: Rows, small: str) -> Card:
    """What staff and an author wrote to each other, the latest last."""
    if not said:
        return Card(voice("sharing.letters"), (voice("sharing.letters-none"),), rows)
    lines: list[str] = []
    for from_staff, words in said[-3:]:
        who = voice("sharing.letter-staff" if from_staff else "sharing.letter-author")
        lines.append(f"**{who}** {plain(harmless(words))}")
    return Card(voice("sharing.letters"), tuple(lines), rows, tone=Tone.CARE, small=voice(small))


class Answer(Route, address="sharing:answering", label="sharing.letter-answer", ids=1):
    """Opens a form for an answer to staff."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        author_of(interaction)
        await AnswerForm(self.ids[0]).open(interaction)


class AnswerForm(Form, address="sharing:answered", title="sharing.letter-answer", ids=1):
    """An answer to staff, who learn no name by it."""

    fields = (Field("words", "sharing.letter-words", LETTER, tall=True),)

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        await thinking(interaction)
        voice = voice_of(interaction)
        keeping = house_of(interaction).feature(Keeping)
        await keeping.answer(author_of(interaction), self.ids[0], words["words"].strip())
        body = (voice("sharing.letter-sent"),)
        await answer(interaction, Card(voice("sharing.letters"), body, tone=Tone.CARE))


ROUTES = (Open, Mine, Choose, Edit, Letters, Answer)
FORMS = (AnswerForm,)
