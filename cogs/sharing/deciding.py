"""`/setup sharing`: where shares are posted, which ones staff see first, open or closed."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import discord

from bot.app import SupportBot
from bot.ids import ChannelId, GuildId
from bot.sections import CommunitySettings
from bot.services.courier import Parcel
from bot.storage.outbox import Order
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone
from bot.ui.courier import Drawer, Post
from bot.ui.explain import OldButton
from bot.ui.gates import Right, require
from bot.ui.house import Voice, house_of, public_voice, voice_of
from bot.ui.routes import Pick, Route
from bot.ui.setup_menu import SetupMenu
from cogs.sharing.domain import Review, SharingSettings
from cogs.sharing.examining import lacking
from cogs.sharing.mine import Mine
from cogs.sharing.writing import Write

PANEL = "sharing:panel"
SAID = {Review.OFF: "off", Review.FLAGGED: "some", Review.ALL: "all"}
REHEARSAL_ROOM = "shares"


class Room(Pick, address="sharing:room", label="sharing.setup-room"):
    """Where shares are posted."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        await save(interaction, channel=ChannelId(int(values[0])))


class Mode(Pick, address="sharing:mode", label="sharing.setup-mode"):
    """Which shares staff see before they are posted."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        try:
            wanted = Review(values[0])
        except ValueError:  # no client offers it
            raise OldButton from None
        await save(interaction, review=wanted)


class Switch(Route, address="sharing:switch", label="sharing.setup-close", ids=1):
    """Opens or closes sharing; what stands goes on standing."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await save(interaction, is_open=bool(self.ids[0]))


class Images(Route, address="sharing:images", label="sharing.setup-images", ids=1):
    """Whether a picture may be added to a share."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await save(interaction, images=bool(self.ids[0]))


class Panel(Route, address="sharing:panel", label="sharing.setup-panel"):
    """Posts the panel in the channel of shares."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        _ = house_of(interaction).settings.of(guild, SharingSettings).place
        await house_of(interaction).feature(Panels).post(guild)
        await turn(interaction, setup_card(interaction, guild))


async def save(interaction: discord.Interaction[Any], **fields: object) -> None:
    """Keep a decision, and show what stands now."""
    guild = require(interaction, Right.ADMINISTER)
    await thinking(interaction)
    await house_of(interaction).settings.change(guild, SharingSettings, **fields)
    await turn(interaction, setup_card(interaction, guild))


def setup_card(interaction: discord.Interaction[Any], guild: GuildId) -> Card:
    """What is decided, what is missing, and the ways to change it."""
    house, voice = house_of(interaction), voice_of(interaction)
    chosen = house.settings.of(guild, SharingSettings)
    body = [voice("sharing.setup-what")]
    if chosen.channel is None:
        body.append(voice("sharing.setup-no-room"))
    else:
        key = "sharing.setup-open" if chosen.is_open else "sharing.setup-closed"
        body.append(voice(key, channel=f"<#{chosen.channel}>"))
        body += lacks(interaction, voice, chosen.channel)
    body.append(voice(f"sharing.setup-review-{SAID[chosen.review]}"))
    staffed = house.settings.of(guild, CommunitySettings).staff_channel
    if chosen.review is not Review.OFF and staffed is None:
        body.append(voice("sharing.nobody-to-look"))
    modes = [(each.value, voice(f"sharing.mode-{SAID[each]}")) for each in Review]
    switch = "sharing.setup-close" if chosen.is_open else "sharing.setup-reopen"
    images = "sharing.setup-images-stop" if chosen.images else "sharing.setup-images"
    body.append(voice("sharing.setup-images-on" if chosen.images else "sharing.setup-images-off"))
    last: tuple[Control, ...] = (
        Switch.button(voice, int(not chosen.is_open), label=voice(switch)),
        Images.button(voice, int(not chosen.images), label=voice(images)),
        Panel.button(voice),
    )
    rows = ((Room.channels(voice),), (Mode.words(voice, modes),), last)
    small = voice("sharing.setup-small")
    return Card(voice("sharing.setup-title"), tuple(body), rows, tone=Tone.STAFF, small=small)


def lacks(interaction: discord.Interaction[Any], voice: Voice, channel: ChannelId) -> list[str]:
    """What the bot needs there and does not have."""
    guild = interaction.guild
    room = None if guild is None else guild.get_channel(channel)
    if guild is None or room is None:
        return [voice("sharing.setup-room-gone")]
    chosen = house_of(interaction).settings.of(GuildId(guild.id), SharingSettings)
    names = lacking(room, images=chosen.images)
    listed = ", ".join(voice(f"sharing.permission-{name.replace('_', '-')}") for name in names)
    return [voice("sharing.setup-lacking", permissions=listed)] if names else []


class Panels:
    """Posts the panel in the channel of shares."""

    def __init__(self, bot: SupportBot) -> None:
        self._bot = bot

    async def post(self, guild: GuildId) -> None:
        """Plan the panel; pressing twice within a minute posts once."""
        now = self._bot.clock.now()
        key = f"{PANEL}:{guild}:{int(now.timestamp()) // 60}"
        order = Order(key, PANEL, guild, now, {}, now + timedelta(hours=1))
        await self._bot.outbox.put([order])
        await self._bot.beat()


def draw_panel(bot: SupportBot) -> Drawer:
    """Who draws the panel in the channel of shares."""

    async def draw(parcel: Parcel) -> Post:
        voice = public_voice(bot, parcel.guild)
        body = (voice("sharing.panel-body"), voice("sharing.panel-who"))
        rows = ((Write.button(voice), Mine.button(voice)),)
        place = bot.settings.of(parcel.guild, SharingSettings).place
        card = Card(voice("sharing.panel-title"), body, rows, tone=Tone.WARM)
        return Post(place, card)

    return draw


def furnish(bot: SupportBot) -> Callable[[GuildId], Awaitable[None]]:
    """Who opens sharing in a rehearsal's community, where it has a room for it."""

    async def adopt(guild: GuildId) -> None:
        place = bot.get_guild(guild)
        rooms = [] if place is None else place.text_channels
        for room in rooms:
            if room.name == REHEARSAL_ROOM:
                await bot.settings.change(guild, SharingSettings, channel=ChannelId(room.id))
                await bot.feature(Panels).post(guild)

    return adopt


def add_command(bot: SupportBot) -> None:
    """Put it on the admins' menu."""

    @bot.feature(SetupMenu).command(name="sharing", description="sharing.command-setup")
    async def sharing(interaction: discord.Interaction[Any]) -> None:  # pyright: ignore[reportUnusedFunction] - registered by the decorator
        """What is decided about sharing."""
        guild = require(interaction, Right.ADMINISTER)
        await answer(interaction, setup_card(interaction, guild))


ROUTES = (Room, Mode, Switch, Images, Panel)
