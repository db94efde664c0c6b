"""*I'm worried about this person*: told to staff alone; the person spoken of gets nothing."""

from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands

from bot.app import SupportBot
from bot.ids import ChannelId, GuildId, MessageId, UserId
from bot.safety.screen import screen
from bot.safety.signal import Category, Level
from bot.services.without import Without
from bot.ui.answers import answer, thinking
from bot.ui.cards import Card, Control, Tone, plain
from bot.ui.catalogue import menu_name
from bot.ui.explain import check_served, door
from bot.ui.forms import Field, Form
from bot.ui.gates import Right, has_right, member_of
from bot.ui.house import Voice, guild_of, house_of, user_of, voice_of
from bot.ui.quietly import contact_words, how_told
from bot.ui.routes import Route
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
        row = _numbers(voice)
        if guild is None or not house.feature(Plainly).reachable(guild):
            body = (voice("more.nobody-to-ask"), voice("worry.or-else"))
            await answer(interaction, Card(voice("more.nobody-title"), body, (row,)))
            return
        about = self._worry(interaction, words["words"], staff=await self._of_staff(interaction))
        if about.staff:
            await tell_of_staff(interaction, guild, about)
            return
        await house.feature(Help).worry(guild, about)
        body = (voice("worry.told"), voice("worry.nothing-sent"), voice("worry.you"))
        await answer(interaction, Card(voice("worry.told-title"), body, (row,), tone=Tone.CARE))

    def _worry(self, interaction: discord.Interaction[Any], words: str, *, staff: bool) -> Worry:
        person, channel, message = self.ids
        signal = screen(words, house_of(interaction).lexicon)
        serious = signal is not None and signal.level in SERIOUS
        return Worry(
            teller=user_of(interaction),
            person=UserId(person),
            words=words.strip(),
            level=signal.level if signal is not None and serious else Level.CONCERN,
            category=signal.category if signal is not None else Category.SUICIDE,
            place=(ChannelId(channel), MessageId(message)) if message else None,
            staff=staff,
        )

    async def _of_staff(self, interaction: discord.Interaction[Any]) -> bool:
        """Whether the person is staff now; where nobody can say, what is told is told quietly."""
        try:
            member = await member_of(interaction, self.ids[0])
        except discord.HTTPException:
            return True
        if member is None:
            return False
        permissions = member.guild_permissions
        return has_right(house_of(interaction), member, permissions, Right.FACILITATE)


async def tell_of_staff(
    interaction: discord.Interaction[Any], guild: GuildId, about: Worry
) -> None:
    """A worry about somebody of the staff: the others learn it, in no channel; or nobody does."""
    house, voice, place = house_of(interaction), voice_of(interaction), interaction.guild
    hidden = {about.person, *house.feature(Without).chosen_by(guild, about.teller)}
    try:
        told = "nobody" if place is None else await how_told(house, place, about.teller, hidden)
    except discord.HTTPException:
        told = "waits"  # it is kept, and found when somebody looks
    row = _numbers(voice)
    if told == "nobody":
        body = [voice("worry.nobody-else"), contact_words(house, voice)]
        if about.words:
            body.append(voice("worry.your-words", words=plain(about.words)))
        await answer(interaction, Card(voice("worry.nobody-title"), tuple(body), (row,)))
        return
    await house.feature(Help).worry(guild, about)
    body = [voice("worry.told-quietly"), voice(f"worry.quietly-{told}"), voice("worry.you")]
    await answer(
        interaction, Card(voice("worry.quietly-title"), tuple(body), (row,), tone=Tone.CARE)
    )


class Still(Route, address="more:still", label="worry.still", ids=3):
    """Tell the others of the staff, knowing that Discord keeps nothing from this person."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await WorryForm(*self.ids).open(interaction)


async def ask(
    interaction: discord.Interaction[Any],
    person: discord.Member | discord.User,
    message: discord.Message | None = None,
) -> None:
    """Open the form, or say kindly why there is nothing to tell, or what cannot be promised."""
    voice = voice_of(interaction)
    row = _numbers(voice)
    if person.id == interaction.user.id:
        card = Card(voice("worry.self-title"), (voice("worry.self"),), (row,), tone=Tone.CARE)
        await answer(interaction, card)
        return
    # A message names its author without their roles.
    known = person if isinstance(person, discord.Member) else None
    member = known or await member_of(interaction, person.id)
    ids = (person.id, message.channel.id if message else 0, message.id if message else 0)
    if person.bot or member is None:
        await answer(interaction, Card(voice("worry.title"), (voice("worry.gone"),), (row,)))
    elif member.guild_permissions.administrator:
        place = interaction.guild
        whose = "owner" if place and place.owner_id == member.id else "admin"
        body = (voice(f"worry.past-{whose}"), contact_words(house_of(interaction), voice))
        rows: tuple[tuple[Control, ...], ...] = ((Still.button(voice, *ids),), row)
        await answer(interaction, Card(voice("worry.title"), body, rows, tone=Tone.CARE))
    else:
        await WorryForm(*ids).open(interaction)


def _numbers(voice: Voice) -> tuple[Control, ...]:
    return (helpnow.HelpNow.button(voice),)


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


ROUTES = (Still,)
FORMS = (WorryForm,)
