"""Adding a picture to a draft, in a form of its own: what goes wrong with it costs no word."""

from collections.abc import Mapping
from typing import Any

import aiohttp
import discord

from bot.app import SupportBot
from bot.ui.answers import thinking
from bot.ui.cards import Control
from bot.ui.forms import Field, Form, Upload, uploaded
from bot.ui.house import Voice, house_of
from bot.ui.routes import Route
from cogs.sharing.cards import Rows
from cogs.sharing.darkroom import HEAVIEST, Darkroom, NotAPicture, PictureTooLarge
from cogs.sharing.domain import MAX_ALT, SharingSettings
from cogs.sharing.leaving import author_of
from cogs.sharing.pictures import Kept, Pictures
from cogs.sharing.store import Share
from cogs.sharing.writing import Beside, show_preview


class Add(Route, address="sharing:picture", label="sharing.picture-add", ids=1):
    """Opens the form for a picture."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await house_of(interaction).feature(Pictures).check(author_of(interaction), self.ids[0])
        await PictureForm(self.ids[0]).open(interaction)


class PictureForm(Form, address="sharing:pictured", title="sharing.picture-title", ids=1):
    """A picture, and what is on it for whoever cannot see it."""

    fields = (
        Upload("picture", "sharing.picture-file", "sharing.picture-how"),
        Field("alt", "sharing.picture-alt", MAX_ALT, hint="sharing.picture-alt-hint"),
    )

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        await thinking(interaction)
        house, author = house_of(interaction), author_of(interaction)
        pictures = house.feature(Pictures)
        await pictures.check(author, self.ids[0])
        file = await _received(interaction)
        made = await house.feature(Darkroom).made(file)
        alt = " ".join(words.get("alt", "").split())
        await pictures.add(author, self.ids[0], Kept(made, alt))
        await show_preview(interaction, self.ids[0])


async def _received(interaction: discord.Interaction[Any]) -> bytes:
    """What was uploaded; it stays in memory."""
    file = uploaded(interaction)
    if file is None:
        raise NotAPicture
    if file.size > HEAVIEST:
        raise PictureTooLarge
    try:
        return await interaction.client.http.get_from_cdn(file.url)
    except (discord.HTTPException, aiohttp.ClientError):
        raise NotAPicture from None


class Drop(Route, address="sharing:unpicture", label="sharing.picture-drop", ids=1):
    """Takes the picture off a draft."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        pictures = house_of(interaction).feature(Pictures)
        await pictures.take_off(author_of(interaction), self.ids[0])
        await show_preview(interaction, self.ids[0])


def beside(bot: SupportBot) -> Beside:
    """The buttons for a picture under a draft, where pictures are wanted or one is there."""

    async def rows(voice: Voice, share: Share) -> Rows:
        wanted = bot.settings.of(share.guild, SharingSettings).images
        row: list[Control] = [Add.button(voice, share.id)] if wanted else []
        if await bot.feature(Pictures).has(share):
            row.append(Drop.button(voice, share.id))
        return (tuple(row),) if row else ()

    return Beside(rows)


ROUTES = (Add, Drop)
FORMS = (PictureForm,)
