"""A private reminder as the member meets it: a neutral card, what was written, then a choice."""

from collections.abc import Mapping
from typing import Any

import discord

from bot.sections import CommunitySettings
from bot.services.without import Without
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone, link, plain
from bot.ui.forms import Field, Form
from bot.ui.house import House, Voice, house_of, user_of, voice_of
from bot.ui.quietly import at_hand, contact_words
from bot.ui.routes import Route
from bot.ui.support import Support
from cogs.guidelines.letter_rows import Letter
from cogs.guidelines.letters import Letters
from cogs.guidelines.service import Charter

WORDS = 1000  # characters


class Read(Route, address="remind:read", label="remind.read", ids=1):
    """Opens what a moderator wrote."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        letter = (
            await house_of(interaction).feature(Letters).mine(self.ids[0], user_of(interaction))
        )
        card = letter_card(house_of(interaction), voice_of(interaction), letter)
        await turn(interaction, card)


class Answer(Route, address="remind:answer", label="remind.answer", ids=1):
    """Opens the field for an answer."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await AnswerForm(self.ids[0]).open(interaction)


class AnswerForm(Form, address="remind:words", title="remind.answer-form", ids=1):
    """What the member wants to say about it; staff read it."""

    fields = (Field("words", "remind.answer-words", WORDS, tall=True, hint="remind.answer-hint"),)

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        await thinking(interaction)
        said = words.get("words", "").strip()
        try:
            await self._send(interaction, said)
        finally:  # also where it could not be kept
            await house_of(interaction).feature(Support).first(interaction, said)

    async def _send(self, interaction: discord.Interaction[Any], said: str) -> None:
        house, voice = house_of(interaction), voice_of(interaction)
        letters, me = house.feature(Letters), user_of(interaction)
        letter = await letters.mine(self.ids[0], me)
        if house.settings.of(letter.guild, CommunitySettings).staff_channel is None:
            body = (voice("remind.nobody"), plain(said))
            await answer(interaction, Card(voice("remind.answer-form"), body))
            return
        await letters.answer(letter.id, me, said)
        row: tuple[Control, ...] = (Other.button(voice, letter.id),)
        body = (voice("remind.answered-body"), voice("remind.answered-seen"))
        await answer(interaction, Card(voice("remind.answered-title"), body, (row,)))


class Other(Route, address="remind:other", label="remind.other", ids=1):
    """Says first what staff will see; nothing is sent yet."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        house, voice = house_of(interaction), voice_of(interaction)
        letter = await house.feature(Letters).mine(self.ids[0], user_of(interaction))
        back = Read.button(voice, letter.id)
        if house.settings.of(letter.guild, CommunitySettings).staff_channel is None:
            body: tuple[str, ...] = (voice("remind.nobody"),)
            await turn(interaction, Card(voice("remind.other"), body, ((back,),)))
            return
        body = (voice("remind.other-body"), voice("remind.other-seen"))
        if await _nobody_else(interaction, letter):
            body = (*body, voice("remind.other-unknown"), contact_words(house, voice))
        row: tuple[Control, ...] = (Ask.button(voice, letter.id), back)
        await turn(interaction, Card(voice("remind.other"), body, (row,)))


class Ask(Route, address="remind:ask", label="remind.ask", ids=1):
    """Asks for another moderator."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        house, voice = house_of(interaction), voice_of(interaction)
        letters, me = house.feature(Letters), user_of(interaction)
        letter = await letters.mine(self.ids[0], me)
        if house.settings.of(letter.guild, CommunitySettings).staff_channel is None:
            await turn(interaction, Card(voice("remind.other"), (voice("remind.nobody"),)))
            return
        await letters.ask_another(letter.id, me)
        await turn(interaction, Card(voice("remind.asked-title"), (voice("remind.asked-body"),)))


def notice_card(voice: Voice, ids: Mapping[str, int]) -> Card:
    """What reaches the member first: neutral words, for it may be read over a shoulder."""
    row: tuple[Control, ...] = (Read.button(voice, ids["letter"]),)
    return Card(voice("remind.notice-title"), (voice("remind.notice-body"),), (row,))


def letter_card(house: House, voice: Voice, letter: Letter) -> Card:
    """Which guideline, what it says, the moderator's line, and the ways to answer."""
    rules = house.feature(Charter).rules(letter.guild)
    rule = next((each for each in rules if each.number == letter.rule), None)
    body = [voice("remind.letter-kind")]
    if rule is not None:
        body += [f"**{plain(rule.title)}**\n{plain(rule.nudge)}"]
    if letter.words:
        body.append(voice("remind.letter-line", words=plain(letter.words)))
    body.append(voice("remind.letter-kept"))
    row: list[Control] = [Answer.button(voice, letter.id), Other.button(voice, letter.id)]
    if letter.place is not None:
        channel, message = letter.place
        address = f"https://discord.com/channels/{letter.guild}/{channel}/{message}"
        row.append(link(voice("remind.to-the-message"), address))
    title, small = voice("remind.letter-title"), voice("remind.letter-small")
    return Card(title, tuple(body), (tuple(row),), tone=Tone.WARM, small=small)


async def _nobody_else(interaction: discord.Interaction[Any], letter: Letter) -> bool:
    """Whether the house has met nobody else of the staff who could take it."""
    house, place = house_of(interaction), interaction.client.get_guild(letter.guild)
    if place is None:
        return False
    ruled_out = house.feature(Without).chosen_by(letter.guild, letter.person)
    try:
        return not await at_hand(house, place, {letter.author, letter.person, *ruled_out})
    except discord.HTTPException:
        return False  # nobody knows, and nothing is said of it


ROUTES = (Read, Answer, Other, Ask)
FORMS = (AnswerForm,)
