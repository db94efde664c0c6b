"""Posts the welcome panel: through the outbox, so that it stands once."""

from datetime import timedelta

from bot.app import SupportBot
from bot.ids import ChannelId, GuildId
from bot.services.courier import Parcel
from bot.storage.outbox import Order
from bot.ui.courier import Drawer, Post
from bot.ui.house import public_voice
from cogs.guidelines.welcome import panel_card

PANEL = "guidelines:panel"


async def post_panel(bot: SupportBot, guild: GuildId, channel: ChannelId) -> None:
    """Plan the panel in a channel; pressing twice within a minute posts once."""
    now = bot.clock.now()
    key = f"{PANEL}:{guild}:{channel}:{int(now.timestamp()) // 60}"
    order = Order(key, PANEL, guild, now, {"channel": channel}, now + timedelta(hours=1))
    await bot.outbox.put([order])
    await bot.beat()


def draw_panel(bot: SupportBot) -> Drawer:
    """Who draws the panel."""

    async def draw(parcel: Parcel) -> Post:
        return Post(ChannelId(parcel.ids["channel"]), panel_card(public_voice(bot, parcel.guild)))

    return draw
