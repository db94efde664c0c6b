"""*Who may help me*: staff whom a member does not want on their cases, chosen without a reason."""

from collections.abc import Iterable
from typing import Any

import discord

from bot.errors import Refusal
from bot.ids import GuildId, UserId
from bot.services.heartbeat import Heartbeat
from bot.services.without import Without
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone
from bot.ui.checkup import Examiner, Finding, unwell
from bot.ui.explain import OldButton
from bot.ui.gates import member_of
from bot.ui.home import Door
from bot.ui.house import House, Voice, guild_of, house_of, user_of, voice_of
from bot.ui.quietly import contact_words
from bot.ui.routes import Pick, Route
from cogs.crisis.quiet import nobody_left


class NotThem(Refusal):
    """Nobody is kept from their own cases, and a bot is on none."""

    key = "refusal.not-them"


class Whom(Route, address="whom:open", label="whom.open"):
    """Opens the choice; the label tells nobody what was chosen."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        await answer(interaction, await whom_card(interaction))


class NotThis(Pick, address="whom:not", label="whom.pick"):
    """Somebody whom the member does not want."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        await thinking(interaction)
        house, guild, me = house_of(interaction), guild_of(interaction), user_of(interaction)
        if guild is None:
            raise OldButton
        them = await member_of(interaction, int(values[0]))
        if int(values[0]) == me or (them is not None and them.bot):
            raise NotThem
        await house.feature(Without).choose(guild, me, UserId(int(values[0])))
        await turn(interaction, await whom_card(interaction))
        await house.feature(Heartbeat).beat()


class Again(Pick, address="whom:again", label="whom.again"):
    """Somebody whom the member wants again."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        await thinking(interaction)
        house, guild, me = house_of(interaction), guild_of(interaction), user_of(interaction)
        if guild is None or not values[0].isdigit():
            raise OldButton
        await house.feature(Without).take_back(guild, me, UserId(int(values[0])))
        await turn(interaction, await whom_card(interaction))


async def whom_card(interaction: discord.Interaction[Any]) -> Card:
    """Who was chosen, what it does, and plainly what it cannot do."""
    house, voice, guild = house_of(interaction), voice_of(interaction), guild_of(interaction)
    if guild is None:
        raise OldButton
    without, me = house.feature(Without), user_of(interaction)
    chosen = sorted(without.chosen_by(guild, me))
    rows: list[tuple[Control, ...]] = [(NotThis.people(voice),)]
    body = [voice("whom.what")]
    if without.unreadable(guild, me):
        body.append(voice("whom.unreadable"))
    if chosen:
        named = [f"{place}. <@{each}>" for place, each in enumerate(chosen, start=1)]
        options = [
            (str(each), voice("whom.number", place=place))
            for place, each in enumerate(chosen, start=1)
        ]
        body.append("\n".join((voice("whom.chosen"), *named)))
        rows.append((Again.words(voice, options),))
    body.append(voice("whom.limits"))
    if await _past_everything(interaction, chosen):
        body += [voice("whom.past"), contact_words(house, voice)]
    if chosen and await nobody_left(interaction, guild):
        body += [voice("whom.nobody-left"), contact_words(house, voice)]
    small = voice("whom.small")
    return Card(voice("whom.open"), tuple(body), tuple(rows), tone=Tone.CARE, small=small)


async def _past_everything(interaction: discord.Interaction[Any], chosen: list[UserId]) -> bool:
    """Whether Discord lets one of these people past every door."""
    for each in chosen:
        member = await member_of(interaction, each)
        if member is not None and member.guild_permissions.administrator:
            return True
    return False


def examiner(bot: House) -> Examiner:
    """Whether every such choice can be read."""

    async def examine(guild: discord.Guild, voice: Voice) -> Iterable[Finding]:
        count = bot.feature(Without).unreadable_here(GuildId(guild.id))
        return [unwell(voice("whom.doctor-unreadable", count=count))] if count else []

    return examine


DOOR = Door(50, Whom.button)
ROUTES = (Whom, NotThis, Again)
