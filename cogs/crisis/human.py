"""*Talk to a human here*: who will see it, who is there, and what to do where nobody may be told.

Where no key opens whom of the staff a person ruled out, nobody is called without their word: they
choose again, or let everybody be called (docs/decisions/0035).
"""

import logging
from typing import Any

import discord

from bot.ids import GuildId, UserId
from bot.services.heartbeat import Heartbeat
from bot.services.without import Without
from bot.storage.database import StorageDown
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone
from bot.ui.house import Voice, guild_of, house_of, user_of, voice_of
from bot.ui.quietly import contact_words
from bot.ui.routes import Pick, Route, way_to
from cogs.crisis import helpnow
from cogs.crisis.concern import concern_of, guild_in
from cogs.crisis.look import Wish
from cogs.crisis.plainly import ask_for_human
from cogs.crisis.quiet import human_words, nobody_left
from cogs.crisis.whom import Whom, rule_out

log = logging.getLogger("hearth.crisis")


class Human(Route, address="more:human", label="more.human", token=True):
    """Asks for a human; says first who will see it."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        voice, guild = voice_of(interaction), guild_in(interaction, self.token)
        if is_shut(interaction, guild):
            await turn(interaction, shut_card(interaction, self.token))
            return
        body = await human_words(interaction, guild)
        row: list[Control] = [AskHuman.button(voice, token=self.token)]
        if guild_of(interaction) is not None:  # in a direct message it could not be chosen
            row.append(Whom.button(voice))
        row.append(_back(voice, self.token))
        await turn(
            interaction, Card(voice("more.human-title"), body, (tuple(row),), tone=Tone.CARE)
        )


class AskHuman(Route, address="more:ask", label="more.human-yes", token=True):
    """Yes, tell staff that I would like to talk."""

    style = discord.ButtonStyle.primary

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        await _ask(interaction, self.token)


class CallAll(Route, address="whom:all", label="whom.call-all", token=True):
    """Call everybody: whom the person ruled out, and nobody can read, counts no more."""

    style = discord.ButtonStyle.primary

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        guild = guild_in(interaction, self.token)
        if guild is None or concern_of(interaction, self.token) is None:
            await answer(interaction, await helpnow.help_card(interaction, "general"))
            return
        try:
            await house_of(interaction).feature(Without).give_up(guild, user_of(interaction))
        except StorageDown:  # for now it is given up all the same, and staff are told without it
            log.warning("crisis.choice_stays", extra={"guild": guild})
        await _ask(interaction, self.token)


class Anew(Route, address="whom:anew", label="whom.anew", token=True):
    """Choose again whom of the staff not to tell, and then let the others be called."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        await turn(interaction, anew_card(interaction, self.token))


class Instead(Pick, address="whom:instead", label="whom.pick", token=True):
    """Somebody who is not to be told; more may follow."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        await thinking(interaction)
        await rule_out(interaction, UserId(int(values[0])))
        await turn(interaction, anew_card(interaction, self.token))
        await house_of(interaction).feature(Heartbeat).beat()


def is_shut(interaction: discord.Interaction[Any], guild: GuildId | None) -> bool:
    """Whether the person who pressed ruled out staff, and nobody can read whom."""
    if guild is None:
        return False
    return house_of(interaction).feature(Without).unreadable(guild, user_of(interaction))


def shut_row(interaction: discord.Interaction[Any], token: str) -> tuple[Control, ...]:
    """The two ways on, each one press; in a direct message nobody of a community can be chosen."""
    voice = voice_of(interaction)
    everybody: tuple[Control, ...] = (CallAll.button(voice, token=token),)
    return everybody if guild_of(interaction) is None else (*everybody, _anew(voice, token))


def shut_card(interaction: discord.Interaction[Any], token: str) -> Card:
    """Honestly: nobody has been called, why, and what can be done about it."""
    voice = voice_of(interaction)
    row = (*shut_row(interaction, token), _back(voice, token))
    body = (voice("whom.not-called"), voice("more.asked-numbers"))
    return Card(voice("whom.not-called-title"), body, (row,), tone=Tone.CARE)


def anew_card(interaction: discord.Interaction[Any], token: str) -> Card:
    """Whom they chose by now, and the call to all the others."""
    house, voice, guild = house_of(interaction), voice_of(interaction), guild_of(interaction)
    chosen = frozenset[UserId]()
    if guild is not None:
        chosen = house.feature(Without).chosen_by(guild, user_of(interaction))
    body, ways = [voice("whom.anew-what")], [_back(voice, token)]
    if chosen:
        body.append("\n".join((voice("whom.chosen"), *(f"* <@{each}>" for each in sorted(chosen)))))
        ways.insert(0, AskHuman.button(voice, token=token, label=voice("whom.call-others")))
    rows: tuple[tuple[Control, ...], ...] = ((Instead.people(voice, token=token),), tuple(ways))
    return Card(voice("whom.anew"), tuple(body), rows, tone=Tone.CARE)


async def _ask(interaction: discord.Interaction[Any], token: str) -> None:
    """Tell staff, and say truly whether they know."""
    house, voice, guild = house_of(interaction), voice_of(interaction), guild_in(interaction, token)
    concern = concern_of(interaction, token)
    if is_shut(interaction, guild):
        await turn(interaction, shut_card(interaction, token))
        return
    told = False
    if concern is not None and guild is not None:
        told = await ask_for_human(house, guild, concern)
    body = (voice("more.asked" if told else "more.nobody-to-ask"), voice("more.asked-numbers"))
    row: tuple[Control, ...] = (_back(voice, token),)
    if told and await nobody_left(interaction, guild):
        told, body = False, (voice("whom.nobody-left"), contact_words(house, voice))
    if told:
        row = (Wish.button(voice, token=token), *row)
    title = voice("more.asked-title" if told else "more.nobody-title")
    await turn(interaction, Card(title, body, (row,), tone=Tone.CARE))


def _anew(voice: Voice, token: str) -> Control:
    return Anew.button(voice, token=token)


def _back(voice: Voice, token: str) -> Control:
    return way_to("more:back", voice, token=token)


ROUTES = (Human, AskHuman, CallAll, Anew, Instead)
