"""`/setup wizard`: five short steps, each saved at once, so that it can be left and resumed."""

from collections.abc import Mapping
from typing import Any

import discord

from bot.app import SupportBot
from bot.content.helplines import country_name
from bot.content.wording import own_name
from bot.errors import Refusal
from bot.ids import ChannelId, GuildId, RoleId
from bot.sections import CommunitySettings
from bot.ui.answers import thinking, turn
from bot.ui.cards import Card, Control, Tone
from bot.ui.explain import OldButton
from bot.ui.forms import Field, Form
from bot.ui.gates import Right, require
from bot.ui.house import Voice, house_of, public_voice, voice_of
from bot.ui.routes import Pick, Route, way_to
from bot.ui.standing import Standing
from cogs.setup.making import Plan, carry_out, check_roles, is_there, let_in, plan
from cogs.setup.needs import HOME_NEEDS, NEEDED, lacks, named
from cogs.setup.panels import post_panels

STEPS = 5
STAFF, MODERATORS, FACILITATORS, COUNTRY, PANELS = range(1, STEPS + 1)
# What a step decides and can make or adopt; a country cannot be made.
MAKES = {
    STAFF: "staff_channel",
    MODERATORS: "moderator_role",
    FACILITATORS: "facilitator_role",
    PANELS: "home_channel",
}
SAID = ("locale", "country")  # what the panels say depends on them
LET_IN = ("staff_channel", "moderator_role")


class CannotPost(Refusal):
    """The bot may not post the panels in that channel."""

    key = "refusal.cannot-post-panels"


class NotFoundHere(Refusal):
    """No country was recognised in what was typed."""

    key = "refusal.no-such-country"


class Step(Route, address="setup:step", label="setup.next", ids=1):
    """Goes to a step; nothing is lost by skipping one."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await turn(interaction, step_card(interaction, guild, self.ids[0]))


class StaffRoom(Pick, address="setup:staff", label="setup.pick-staff"):
    """The channel in which staff are told who needs a human."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        await save(interaction, MODERATORS, staff_channel=ChannelId(int(values[0])))


class Moderators(Pick, address="setup:moderators", label="setup.pick-moderators"):
    """The role that may take cases."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        await save(interaction, FACILITATORS, moderator_role=RoleId(int(values[0])))


class Facilitators(Pick, address="setup:facilitators", label="setup.pick-facilitators"):
    """The role that runs sessions."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        await save(interaction, COUNTRY, facilitator_role=RoleId(int(values[0])))


class Offer(Route, address="setup:offer", label="setup.offer", ids=1):
    """Says what would be made, or used, before anything is done."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild, step = require(interaction, Right.ADMINISTER), self.ids[0]
        if step not in MAKES or interaction.guild is None:
            await turn(interaction, step_card(interaction, guild, step))
            return
        voice = voice_of(interaction)
        planned = _planned(interaction, interaction.guild, step)
        use = "setup.would-use" if planned.found else f"setup.would-make-{step}"
        body = (voice(use, what=planned.shown), voice("setup.would-only"))
        ways = (Make.button(voice, step), Step.button(voice, step, label=voice("setup.back")))
        await turn(interaction, Card(voice("setup.would-title"), body, (ways,), tone=Tone.STAFF))


class Make(Route, address="setup:make", label="setup.make", ids=1):
    """Makes it, or takes what is there, and goes on."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild, step = require(interaction, Right.ADMINISTER), self.ids[0]
        place = interaction.guild
        if step not in MAKES or place is None:
            await turn(interaction, step_card(interaction, guild, step))
            return
        await thinking(interaction)
        chosen = house_of(interaction).settings.of(guild, CommunitySettings)
        done = await carry_out(place, lambda: _planned(interaction, place, step), chosen)
        if step == PANELS:
            await finish(interaction, guild, ChannelId(done.id))
        else:
            await save(interaction, step + 1, **{MAKES[step]: done.id})


class AskCountry(Route, address="setup:country", label="setup.type-country"):
    """Opens the field for the country."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        require(interaction, Right.ADMINISTER)
        await CountryForm().open(interaction)


class Language(Pick, address="setup:language", label="setup.pick-language"):
    """The language of what everybody sees; private answers follow each person's own."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        if values[0] not in house_of(interaction).texts.locales:
            raise OldButton
        await save(interaction, COUNTRY, locale=values[0])


class CountryForm(Form, address="setup:which", title="setup.country-title"):
    """The country whose numbers are shown to members who chose none."""

    fields = (Field("country", "helpnow.which-label", 60, hint="helpnow.which-hint"),)

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        require(interaction, Right.ADMINISTER)
        helplines, voice = house_of(interaction).content.helplines, voice_of(interaction)
        found = helplines.find_country(words.get("country", ""), voice.locale)
        if not found:
            raise NotFoundHere
        await save(interaction, PANELS, country=found[0].code)


class PanelRoom(Pick, address="setup:panel", label="setup.pick-panel"):
    """The channel in which the Home panel and the helplines are posted."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        await finish(interaction, guild, ChannelId(int(values[0])))


async def finish(interaction: discord.Interaction[Any], guild: GuildId, channel: ChannelId) -> None:
    """Post the panels and say that the community is ready.

    Raises:
        CannotPost: a permission is missing in that channel, or it is gone.
    """
    bot, voice = bot_of(interaction), voice_of(interaction)
    place = interaction.guild and interaction.guild.get_channel(channel)
    lacking = HOME_NEEDS if place is None else lacks(place, HOME_NEEDS)
    if lacking:
        raise CannotPost(channel=f"<#{channel}>", permissions=named(voice, lacking))
    await bot.settings.change(guild, CommunitySettings, home_channel=channel, set_up=True)
    await post_panels(bot, guild, channel)
    body = (voice("setup.done-body", channel=f"<#{channel}>"), voice("setup.done-next"))
    await turn(interaction, Card(voice("setup.done-title"), body, tone=Tone.STAFF))


async def save(interaction: discord.Interaction[Any], following: int, **fields: object) -> None:
    """Write one answer of the wizard and show the next step."""
    guild = require(interaction, Right.ADMINISTER)
    check_roles(guild, fields)
    await thinking(interaction)
    settings = house_of(interaction).settings
    await settings.change(guild, CommunitySettings, **fields)
    if interaction.guild is not None and not fields.keys().isdisjoint(LET_IN):
        await let_in(interaction.guild, settings.of(guild, CommunitySettings))
    if "staff_channel" in fields and _trouble_with_staff(interaction, guild):
        following = STAFF
    await turn(interaction, step_card(interaction, guild, following))
    if not fields.keys().isdisjoint(SAID):
        await house_of(interaction).feature(Standing).bring_up_to_date(guild)


def step_card(interaction: discord.Interaction[Any], guild: GuildId, step: int) -> Card:
    """One step: what is asked and why, what is set now, and a way past it."""
    voice = voice_of(interaction)
    step = min(max(step, 1), STEPS)
    chosen = house_of(interaction).settings.of(guild, CommunitySettings)
    now = {
        STAFF: f"<#{chosen.staff_channel}>" if chosen.staff_channel else "",
        MODERATORS: f"<@&{chosen.moderator_role}>" if chosen.moderator_role else "",
        FACILITATORS: f"<@&{chosen.facilitator_role}>" if chosen.facilitator_role else "",
        COUNTRY: country_name(chosen.country, voice.locale) if chosen.country else "",
        PANELS: f"<#{chosen.home_channel}>" if chosen.home_channel else "",
    }[step]
    body = [voice(f"setup.step-{step}-body")]
    body += [voice("setup.now", value=now)] if now else []
    body += _trouble_with_staff(interaction, guild) if step == STAFF else []
    questions: list[tuple[Control, ...]] = [(_question(voice, step),)]
    if step == COUNTRY:
        body.append(voice("setup.language-now", language=own_name(chosen.locale)))
        body.append(voice("setup.zone-now", zone=chosen.zone))
        languages = [(each, own_name(each)) for each in voice.texts.locales]
        questions = [(*questions[0], way_to("setup:zone", voice))]
        questions.append((Language.words(voice, languages),))
    ways: list[Control] = []
    if step > 1:
        ways.append(Step.button(voice, step - 1, label=voice("setup.back")))
    if step < STEPS:
        ways.append(
            Step.button(voice, step + 1, label=voice("setup.keep" if now else "setup.skip"))
        )
    title = voice("setup.step-title", step=step, steps=STEPS, name=voice(f"setup.step-{step}"))
    if step in MAKES:
        ways.append(Offer.button(voice, step))
    return Card(
        title,
        tuple(body),
        (*questions, tuple(ways)),
        tone=Tone.STAFF,
        small=voice("setup.resume"),
    )


def _trouble_with_staff(interaction: discord.Interaction[Any], guild: GuildId) -> list[str]:
    """What would keep staff from being told there, or tell everybody."""
    voice, place = voice_of(interaction), interaction.guild
    chosen = house_of(interaction).settings.of(guild, CommunitySettings).staff_channel
    room = None if place is None or chosen is None else place.get_channel(chosen)
    if place is None or room is None:
        return []
    lacking, said = lacks(room, NEEDED), list[str]()
    if lacking:
        names = named(voice, lacking)
        said.append(voice("setup.doctor-lacking", channel=f"<#{chosen}>", permissions=names))
    if room.permissions_for(place.default_role).view_channel:
        said.append(voice("setup.doctor-staff-open"))
    return said


def _planned(interaction: discord.Interaction[Any], guild: discord.Guild, step: int) -> Plan:
    """Names are in the language of the community: everybody sees them."""
    return plan(guild, MAKES[step], public_voice(house_of(interaction), GuildId(guild.id)))


def _question(voice: Voice, step: int) -> Control:
    if step == STAFF:
        return StaffRoom.channels(voice)
    if step == MODERATORS:
        return Moderators.roles(voice)
    if step == FACILITATORS:
        return Facilitators.roles(voice)
    if step == COUNTRY:
        return AskCountry.button(voice)
    return PanelRoom.channels(voice)


def first_open_step(guild: discord.Guild, chosen: CommunitySettings) -> int:
    """Where the wizard goes on: the first question without an answer that still stands."""
    for step in range(1, STEPS + 1):
        if step == COUNTRY:
            if chosen.country is None:
                return step
        elif not is_there(guild, getattr(chosen, MAKES[step])):
            return step
    return 1


def bot_of(interaction: discord.Interaction[Any]) -> SupportBot:
    """The bot that was pressed, with everything that an admin may use."""
    client = interaction.client
    assert isinstance(client, SupportBot)  # noqa: S101 - the only client that loads this feature
    return client


ROUTES = (Step, StaffRoom, Moderators, Facilitators, AskCountry, Language, PanelRoom, Offer, Make)
FORMS = (CountryForm,)
