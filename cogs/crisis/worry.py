"""*I'm worried about this person*: told to staff alone; the person spoken of gets nothing."""

from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands

from bot.app import SupportBot
from bot.ids import ChannelId, MessageId, UserId
from bot.safety.screen import screen
from bot.safety.signal import Category, Level
from bot.ui.answers import answer, thinking
from bot.ui.cards import Card, Control, Tone
from bot.ui.catalogue import menu_name
from bot.ui.explain import check_served, door
from bot.ui.forms import Field, Form
from bot.ui.gates import Right, has_right, member_of
from bot.ui.house import guild_of, house_of, user_of, voice_of
from cogs.crisis import helpnow
from cogs.crisis.plainly import Plainly
from cogs.crisis.service import Help, Worry

WORDS = 500  # characters; a worry, not a report
SERIOUS = (Level.HIGH, Level.IMMINENT)


class WorryForm(Form, address="more:about", title="worry.title", ids=3):
    """A few words for whoever goes; none are needed."""

    fields = (Field("words", "worry.words", WORDS, tall=True, required=False, hint="worry.hint"),)

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        await thinking(interaction)
        house, voice, guild = house_of(interaction), voice_of(interaction), guild_of(interaction)
        row: tuple[Control, ...] = (helpnow.HelpNow.button(voice),)
        if guild is None or not house.feature(Plainly).reachable(guild):
            body = (voice("more.nobody-to-ask"), voice("worry.or-else"))
            await answer(interaction, Card(voice("more.nobody-title"), body, (row,)))
            return
        person, channel, message = self.ids
        signal = screen(words["words"], house.lexicon)
        serious = signal is not None and signal.level in SERIOUS
        level = signal.level if signal is not None and serious else Level.CONCERN
        category = signal.category if signal is not None else Category.SUICIDE
        place = (ChannelId(channel), MessageId(message)) if message else None
        about = Worry(
            user_of(interaction), UserId(person), words["words"].strip(), level, category, place
        )
        await house.feature(Help).worry(guild, about)
        body = (voice("worry.told"), voice("worry.nothing-sent"), voice("worry.you"))
        await answer(interaction, Card(voice("worry.told-title"), body, (row,), tone=Tone.CARE))


async def ask(
    interaction: discord.Interaction[Any],
    person: discord.Member | discord.User,
    message: discord.Message | None = None,
) -> None:
    """Open the form, or say kindly why there is nothing to tell."""
    voice = voice_of(interaction)
    row: tuple[Control, ...] = (helpnow.HelpNow.button(voice),)
    if person.id == interaction.user.id:
        card = Card(voice("worry.self-title"), (voice("worry.self"),), (row,), tone=Tone.CARE)
        await answer(interaction, card)
        return
    # A message names its author without their roles.
    known = person if isinstance(person, discord.Member) else None
    member = known or await member_of(interaction, person.id)
    if person.bot or member is None:
        await answer(interaction, Card(voice("worry.title"), (voice("worry.gone"),), (row,)))
    elif has_right(house_of(interaction), member, member.guild_permissions, Right.MODERATE):
        body = (voice("worry.staff"), voice("worry.or-else"))
        await answer(interaction, Card(voice("worry.title"), body, (row,)))
    else:
        channel = message.channel.id if message else 0
        await WorryForm(person.id, channel, message.id if message else 0).open(interaction)


def add_menus(bot: SupportBot) -> None:
    """Put it on the menus of messages and of people."""

    async def about_message(
        interaction: discord.Interaction[Any], message: discord.Message
    ) -> None:
        async with door(interaction):
            check_served(interaction)
            await ask(interaction, message.author, message)

    async def about_person(interaction: discord.Interaction[Any], person: discord.Member) -> None:
        async with door(interaction):
            check_served(interaction)
            await ask(interaction, person)

    for callback in (about_message, about_person):
        name = menu_name(bot.texts, "worry.menu")
        menu = app_commands.ContextMenu(name=name, callback=callback)
        menu.guild_only = True
        bot.tree.add_command(menu)


FORMS = (WorryForm,)
