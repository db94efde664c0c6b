"""Members propose a session; hosts read it privately, make a draft of it or kindly decline."""

from collections.abc import Mapping, Sequence
from typing import Any

import discord

from bot.app import SupportBot
from bot.sections import CommunitySettings
from bot.services.courier import Parcel, Undeliverable, Unwanted
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone, plain
from bot.ui.courier import Drawer, Post
from bot.ui.forms import Field, Form
from bot.ui.gates import Right, require
from bot.ui.house import Voice, house_of, public_voice, user_of, voice_of
from bot.ui.routes import Pick, Route
from bot.ui.support import Support
from cogs.sessions.domain.plan import PURPOSE, TITLE
from cogs.sessions.service.ports import NoSuchProposal, TooManyProposals
from cogs.sessions.service.proposing import Proposing
from cogs.sessions.store.asides import Proposal
from cogs.sessions.ui.draft_forms import check_lengths, show_draft
from cogs.sessions.ui.shared import beat, community


class Propose(Route, address="sessions:propose", label="sessions.propose"):
    """Opens the form."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await ProposeForm().open(interaction)


class ProposeForm(Form, address="sessions:idea", title="sessions.propose-title"):
    """What it could be, and what it would be good for."""

    fields = (
        Field("title", "sessions.propose-what", TITLE, hint="sessions.propose-what-hint"),
        Field("why", "sessions.propose-why", PURPOSE, tall=True, hint="sessions.propose-why-hint"),
    )

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        guild = community(interaction)
        check_lengths(self, words)
        await thinking(interaction)
        house, voice = house_of(interaction), voice_of(interaction)
        said = {name: words.get(name, "").strip() for name in ("title", "why")}
        await house.feature(Support).first(interaction, "\n".join(said.values()))
        try:
            await house.feature(Proposing).propose(guild, user_of(interaction), said)
            body = (voice("sessions.proposed-body"),)
        except TooManyProposals as full:  # the words go back to whoever wrote them
            body = (voice(full.key), *(plain(each) for each in said.values()))
        await answer(interaction, Card(voice("sessions.propose-title"), body, tone=Tone.WARM))
        await beat(interaction)


class WhichProposal(Pick, address="sessions:which-idea", label="sessions.which"):
    """Which one to read."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild = require(interaction, Right.FACILITATE)
        await thinking(interaction)
        found = await house_of(interaction).feature(Proposing).get(guild, int(values[0]))
        await turn(interaction, _proposal_card(voice_of(interaction), found))


class MakeDraft(Route, address="sessions:from-idea", label="sessions.make-draft", ids=1):
    """Makes a draft of it, which the host then completes."""

    style = discord.ButtonStyle.primary

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.FACILITATE)
        await thinking(interaction)
        house, user = house_of(interaction), user_of(interaction)
        zone = (await house.people.wishes(guild, user)).zone
        zone = zone or house.settings.of(guild, CommunitySettings).zone
        draft = await house.feature(Proposing).take(guild, self.ids[0], user, zone)
        await show_draft(interaction, draft)
        await beat(interaction)


class Decline(Route, address="sessions:not-idea", label="sessions.decline", ids=1):
    """Not now; whoever proposed it is told kindly."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.FACILITATE)
        await thinking(interaction)
        house, voice = house_of(interaction), voice_of(interaction)
        await house.feature(Proposing).decline(guild, self.ids[0])
        body = (voice("sessions.declined-done"),)
        await turn(interaction, Card(voice("sessions.proposals"), body, tone=Tone.STAFF))
        await beat(interaction)


async def show_proposals(interaction: discord.Interaction[Any]) -> None:
    """What waits for a host's answer."""
    guild = require(interaction, Right.FACILITATE)
    await thinking(interaction)
    found = await house_of(interaction).feature(Proposing).waiting(guild)
    await answer(interaction, _list_card(voice_of(interaction), found))


def draw_proposed(bot: SupportBot) -> Drawer:
    """Who draws the line that says only that there is a proposal."""

    async def draw(parcel: Parcel) -> Post:
        try:
            await bot.feature(Proposing).get(parcel.guild, parcel.ids["proposal"])
        except NoSuchProposal:
            raise Unwanted from None
        room = bot.settings.of(parcel.guild, CommunitySettings).staff_channel
        if room is None:
            raise Undeliverable("no_staff_channel")
        body = (public_voice(bot, parcel.guild)("sessions.proposal-came"),)
        return Post(room, Card("", body, tone=Tone.STAFF))

    return draw


def _list_card(voice: Voice, found: Sequence[Proposal]) -> Card:
    if not found:
        body = (voice("sessions.proposals-none"),)
        return Card(voice("sessions.proposals"), body, tone=Tone.STAFF)
    options = [(str(each.id), each.words["title"]) for each in found]
    row: tuple[Control, ...] = (WhichProposal.words(voice, options),)
    body = (voice("sessions.proposals-body"),)
    return Card(voice("sessions.proposals"), body, (row,), tone=Tone.STAFF)


def _proposal_card(voice: Voice, found: Proposal) -> Card:
    row: tuple[Control, ...] = (
        MakeDraft.button(voice, found.id),
        Decline.button(voice, found.id),
    )
    body = (plain(found.words["why"]), voice("sessions.proposal-who"))
    title = plain(found.words["title"]).replace("\n", " ")
    return Card(title, body, (row,), tone=Tone.STAFF)


ROUTES = (Propose, WhichProposal, MakeDraft, Decline)
FORMS = (ProposeForm,)
