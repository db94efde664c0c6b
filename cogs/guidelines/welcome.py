"""The panel, the first two of five short screens, and agreeing.

Only the first screen cannot be skipped: it says what this is, and asks for the age.
"""

import logging
from typing import Any

import discord

from bot.ids import GuildId
from bot.storage.database import StorageDown
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone, plain
from bot.ui.house import Voice, house_of, user_of, voice_of
from bot.ui.lines import Asked, country_of, emergency, help_words
from bot.ui.routes import Route
from cogs.guidelines.again import ON_THE_WAY, again_card
from cogs.guidelines.giving import give, take
from cogs.guidelines.reading import FULL, Page, Read, here
from cogs.guidelines.screens import LIKES, Done, Screen, title
from cogs.guidelines.service import Charter
from cogs.guidelines.store import Agreed

log = logging.getLogger("hearth.guidelines")

FIRST, RULES = 1, 2
YOUNGER, OLD_ENOUGH = 0, 1
KEPT_SHORT = ("confidentiality", "no-methods", "ask-before-advising", "pace-and-step-back")
FOR_CHILDREN = "child_safety"


class Join(Route, address="guidelines:join", label="guidelines.agree"):
    """*I agree* on the panel: whoever is new is asked one thing first."""

    style = discord.ButtonStyle.primary

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = here(interaction)
        await thinking(interaction)
        charter = house_of(interaction).feature(Charter)
        agreed = await charter.agreed(guild, user_of(interaction))
        if agreed is None:
            await answer(interaction, await first_screen(interaction, guild))
        elif charter.holds(guild, agreed):
            await answer(interaction, await agreed_card(interaction, guild, agreed))
        else:
            if charter.overdue(guild):
                await take(interaction, guild)
            changed = await charter.since(guild, agreed.version)
            await answer(interaction, again_card(interaction, guild, changed))


class Steps(Route, address="guidelines:steps", label="guidelines.steps"):
    """The five screens from the first on, whenever somebody wants them."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = here(interaction)
        await thinking(interaction)
        await turn(interaction, await first_screen(interaction, guild))


class First(Route, address="guidelines:first", label="guidelines.old-enough", ids=1):
    """The answer to the first screen: old enough, or younger."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = here(interaction)
        await thinking(interaction)
        if self.ids[0] == OLD_ENOUGH:
            await turn(interaction, rules_screen(interaction, guild))
        else:
            await turn(interaction, await younger_card(interaction, guild))


class Yes(Route, address="guidelines:yes", label="guidelines.agree", ids=2):
    """*I agree* to the version that the card shows; then the way goes on, or ends."""

    style = discord.ButtonStyle.primary

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = here(interaction)
        await thinking(interaction)
        version, way = self.ids
        charter = house_of(interaction).feature(Charter)
        agreed = await charter.agree(guild, user_of(interaction), version)
        card = await agreed_card(interaction, guild, agreed)
        if way == ON_THE_WAY:
            voice = voice_of(interaction)
            go_on = Screen.button(voice, LIKES, label=voice("guidelines.go-on"))
            card = card.with_rows((go_on, Done.button(voice)))
        await turn(interaction, card)


async def first_screen(interaction: discord.Interaction[Any], guild: GuildId) -> Card:
    """What this is and is not, the emergency line, and the age that this community asks for."""
    house, voice = house_of(interaction), voice_of(interaction)
    country, age = await country_of(interaction), house.feature(Charter).chosen(guild).age
    urgent = emergency(house, voice, country)
    body = (
        voice("guidelines.first-is"),
        voice("guidelines.first-is-not"),
        urgent,
        voice("guidelines.first-age", age=age),
    )
    row: tuple[Control, ...] = (
        First.button(voice, OLD_ENOUGH, label=voice("guidelines.old-enough", age=age)),
        First.button(voice, YOUNGER, label=voice("guidelines.younger", age=age)),
    )
    return Card(title(voice, FIRST), body, (row,), Tone.WARM, voice("guidelines.first-small"))


def rules_screen(interaction: discord.Interaction[Any], guild: GuildId) -> Card:
    """The heart of the guidelines, confidentiality first; all of them are one press away."""
    house, voice = house_of(interaction), voice_of(interaction)
    charter = house.feature(Charter)
    rules = charter.rules(guild)
    heart = [each for name in KEPT_SHORT for each in rules if each.id == name] or rules[:4]
    lines = [f"**{plain(each.title)}**\n{plain(each.reminder)}" for each in heart]
    version = charter.chosen(guild).version
    row: tuple[Control, ...] = (
        Yes.button(voice, version, ON_THE_WAY),
        Page.button(voice, FULL, 0, label=voice("guidelines.read-all")),
        Screen.button(voice, LIKES, label=voice("guidelines.not-now")),
    )
    count = voice("guidelines.rules-count", count=len(rules))
    body = (voice("guidelines.rules-limits"), *lines, count)
    small = voice("guidelines.rules-small")
    return Card(title(voice, RULES), body, (row,), tone=Tone.WARM, small=small)


async def younger_card(interaction: discord.Interaction[Any], guild: GuildId) -> Card:
    """Kindly: not here, but there. Nothing is kept, and an earlier agreement ends."""
    house, voice = house_of(interaction), voice_of(interaction)
    try:
        if await house.feature(Charter).withdraw(guild, user_of(interaction)):
            await take(interaction, guild)
    except StorageDown:
        log.warning("guidelines.not_withdrawn", extra={"guild": guild})  # the lines come first
    asked = Asked(guild, await country_of(interaction), FOR_CHILDREN)
    age = house.feature(Charter).chosen(guild).age
    body = (
        voice("guidelines.younger-thanks"),
        voice("guidelines.younger-why", age=age),
        *help_words(house, voice, asked),
        voice("guidelines.younger-kept"),
    )
    return Card(voice("guidelines.younger-title"), body, tone=Tone.CARE)


async def agreed_card(
    interaction: discord.Interaction[Any], guild: GuildId, agreed: Agreed
) -> Card:
    """What somebody agreed to and when; the role is given, also where it failed before."""
    voice = voice_of(interaction)
    became = await give(interaction, guild)
    day = f"<t:{int(agreed.at.timestamp())}:D>"
    said = [voice("guidelines.agreed-body", version=agreed.version, day=day)]
    if became != "none":
        said.append(voice(f"guidelines.became-{became}"))
    row: tuple[Control, ...] = (
        Read.button(voice),
        Screen.button(voice, LIKES, label=voice("guidelines.how-i-like")),
    )
    small = voice("guidelines.agreed-small")
    return Card(voice("guidelines.agreed-title"), tuple(said), (row,), Tone.WARM, small)


def panel_card(voice: Voice) -> Card:
    """The static panel: two buttons, and nothing that would have to be brought up to date."""
    row: tuple[Control, ...] = (Read.button(voice), Join.button(voice))
    body = (voice("guidelines.panel-body"), voice("guidelines.panel-private"))
    title, small = voice("guidelines.panel-title"), voice("guidelines.panel-small")
    return Card(title, body, (row,), tone=Tone.WARM, small=small)


ROUTES = (Join, Steps, First, Yes)
