"""Language, zone, quiet hours and boundaries: each its own small card or form."""

from collections.abc import Mapping
from typing import Any

import discord

from bot.content.languages import language_name
from bot.errors import Refusal
from bot.ids import GuildId
from bot.schedule.typed import LONGEST, read_time
from bot.sections import CommunitySettings
from bot.services.people import Wishes
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone, plain
from bot.ui.explain import OldButton
from bot.ui.forms import Field, Form
from bot.ui.house import Voice, house_of, user_of, voice_of
from bot.ui.routes import Pick, Route
from bot.ui.support import Support
from bot.ui.when import zone_chosen, zones_of
from cogs.privacy.panel import BackToMe, change, here, show_me, wishes_of

AS_DISCORD = "-"
TOPICS = 300  # characters: a few words each for a handful of topics
ADVICE = ("none", "ask", "welcome")


class NotHours(Refusal):
    """A time that cannot be read."""

    key = "refusal.not-hours"


class Language(Route, address="me:language", label="me.language"):
    """In which language I answer you."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        voice, locales = voice_of(interaction), house_of(interaction).texts.locales
        options = [(AS_DISCORD, voice("me.as-discord"))]
        options += [(each, language_name(each, each)) for each in locales]
        rows: tuple[tuple[Control, ...], ...] = (
            (WhichLanguage.words(voice, options),),
            (BackToMe.button(voice),),
        )
        await turn(interaction, Card(voice("me.language"), (voice("me.language-what"),), rows))


class WhichLanguage(Pick, address="me:speak", label="me.pick-language"):
    """One of the languages that are there."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        known = house_of(interaction).texts.locales
        if values[0] not in (AS_DISCORD, *known):
            raise OldButton
        await change(interaction, locale=None if values[0] == AS_DISCORD else values[0])
        await show_me(interaction)


class Zone(Route, address="me:zone", label="me.zone"):
    """Asks for the zone."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await ZoneForm().open(interaction)


class ZoneForm(Form, address="me:clock", title="me.zone"):
    """A zone, a city or what a clock is called; nothing at all takes it back."""

    fields = (Field("zone", "me.zone-label", LONGEST, required=False, hint="me.zone-hint"),)

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        await thinking(interaction)
        written = words.get("zone", "").strip()
        zones = await zones_of(written) if written else []
        if len(zones) > 1:
            voice = voice_of(interaction)
            row = (WhichZone.words(voice, [(zone, zone) for zone in zones]),)
            await answer(interaction, Card(voice("me.zone"), (voice("me.zones"),), (row,)))
            return
        await change(interaction, zone=zones[0] if zones else None)
        await show_me(interaction)


class WhichZone(Pick, address="me:place", label="me.pick-zone"):
    """One of the zones that may have been meant."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        await change(interaction, zone=await zone_chosen(values[0]))
        await show_me(interaction)


class Hours(Route, address="me:hours", label="me.hours"):
    """Asks from when to when nothing is sent."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await HoursForm().open(interaction)


class HoursForm(Form, address="me:night", title="me.hours"):
    """From and until; both empty takes them back."""

    fields = (
        Field("start", "me.hours-from", 12, required=False, hint="me.hours-from-hint"),
        Field("end", "me.hours-to", 12, required=False, hint="me.hours-to-hint"),
    )

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        guild, wishes = await wishes_of(interaction)
        first, last = words.get("start", "").strip(), words.get("end", "").strip()
        start, end = read_time(first), read_time(last)
        if (first or last) and (start is None or end is None or start == end):
            raise NotHours
        # Hours mean nothing without a clock: the community's, until they choose their own.
        zone = wishes.zone or _zone_here(interaction, guild)
        await change(interaction, quiet_from=start, quiet_to=end, zone=zone)
        await show_me(interaction)


class Limits(Route, address="me:limits", label="me.limits"):
    """Boundaries, and who reads them."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        _, wishes = await wishes_of(interaction)
        await turn(interaction, limits_card(voice_of(interaction), wishes))


class Mention(Route, address="me:ping", label="me.ping-off", ids=1):
    """Whether I may mention you."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        wishes = await change(interaction, pinged=bool(self.ids[0]))
        await turn(interaction, limits_card(voice_of(interaction), wishes))


class Advice(Pick, address="me:advice", label="me.advice"):
    """Whether advice is wanted."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        if values[0] not in ADVICE:
            raise OldButton
        wishes = await change(interaction, advice=values[0])
        await turn(interaction, limits_card(voice_of(interaction), wishes))


class Avoid(Route, address="me:topics", label="me.topics"):
    """Asks for topics."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        # Discord opens a form only as the first answer, and reading is quick.
        guild, people = here(interaction), house_of(interaction).people
        wishes = await people.wishes(guild, user_of(interaction))
        await AvoidForm().open(interaction, {"topics": wishes.avoid})


class AvoidForm(Form, address="me:avoid", title="me.topics"):
    """A few words; none takes them back."""

    fields = (
        Field(
            "topics", "me.topics-label", TOPICS, tall=True, required=False, hint="me.topics-hint"
        ),
    )

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        typed = words.get("topics", "").strip()[:TOPICS]
        wishes = await change(interaction, avoid=typed)
        await turn(interaction, limits_card(voice_of(interaction), wishes))
        await house_of(interaction).feature(Support).first(interaction, typed)


def limits_card(voice: Voice, wishes: Wishes) -> Card:
    """What is so now, who reads it, and a button for each."""
    nothing = voice("me.not-chosen")
    advice = voice(f"guidelines.like-advice-{wishes.advice}") if wishes.advice else nothing
    lines = (
        voice("me.line", what=voice("me.topics"), now=plain(wishes.avoid) or nothing),
        voice("me.line", what=voice("me.advice"), now=advice),
        voice("me.pinged" if wishes.pinged else "me.not-pinged"),
    )
    label = voice("me.ping-off" if wishes.pinged else "me.ping-on")
    options = [(each, voice(f"guidelines.like-advice-{each}")) for each in ADVICE]
    rows: tuple[tuple[Control, ...], ...] = (
        (Advice.words(voice, options),),
        (Avoid.button(voice), Mention.button(voice, int(not wishes.pinged), label=label)),
        (BackToMe.button(voice),),
    )
    body = (voice("me.limits-what"), "\n".join(lines))
    return Card(voice("me.limits"), body, rows, tone=Tone.WARM)


def _zone_here(interaction: discord.Interaction[Any], guild: GuildId) -> str:
    return house_of(interaction).settings.of(guild, CommunitySettings).zone


ROUTES = (Language, WhichLanguage, Zone, WhichZone, Hours, Limits, Mention, Advice, Avoid)
FORMS = (ZoneForm, HoursForm, AvoidForm)
