"""What the wizard posts: the Home panel, the pinned helplines that need no bot, and trouble."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.app import SupportBot
from bot.content.helplines import country_name
from bot.ids import ChannelId, GuildId
from bot.sections import CommunitySettings
from bot.services.calls import UNTOLD
from bot.services.courier import Parcel, Undeliverable, Unwanted, number_of
from bot.services.endings import Trouble
from bot.storage.outbox import Entry, Order, State
from bot.ui.cards import Card, Tone, plain
from bot.ui.courier import Drawer, Post
from bot.ui.home import HomePanel
from bot.ui.house import public_voice
from bot.ui.lines import Asked, help_words

HOME, HELPLINES, TROUBLE = "setup:home", "setup:helplines", "setup:trouble"
# Why something could not be posted, as a number, for rows hold numbers only.
REASONS = (
    "forbidden",
    "gone",
    "unauthorized",
    "refused",
    "no_staff_channel",
    "late",
    "could_not_look",
    "not_drawn",
    "nobody_draws",
    "unopenable",
)


async def post_panels(bot: SupportBot, guild: GuildId, channel: ChannelId) -> None:
    """Plan the panels and the helplines in a channel; pressing twice within a minute posts once."""
    now = bot.clock.now()
    minute = int(now.timestamp()) // 60
    ids = {"channel": channel}
    orders = [
        Order(f"{kind}:{guild}:{channel}:{minute}", kind, guild, now, ids, now + timedelta(hours=1))
        for kind in (HELPLINES, *bot.home.beside, HOME)
    ]
    await bot.outbox.put(orders)
    await bot.beat()


def furnish(bot: SupportBot) -> Callable[[GuildId], Awaitable[None]]:
    """Who posts the panels of a rehearsal's community."""

    async def post(guild: GuildId) -> None:
        channel = bot.settings.of(guild, CommunitySettings).home_channel
        if channel is not None:
            await post_panels(bot, guild, channel)

    return post


def draw_home(bot: SupportBot) -> Drawer:
    """Who draws the Home panel."""

    async def draw(parcel: Parcel) -> Post:
        card = bot.feature(HomePanel).card(public_voice(bot, parcel.guild))
        return Post(ChannelId(parcel.ids["channel"]), card)

    return draw


def draw_helplines(bot: SupportBot) -> Drawer:
    """Who draws the helplines that stay readable when the bot is away."""

    async def draw(parcel: Parcel) -> Post:
        return Post(ChannelId(parcel.ids["channel"]), helpline_card(bot, parcel.guild), pinned=True)

    return draw


def helpline_card(bot: SupportBot, guild: GuildId) -> Card:
    """Numbers for the community's country, without a button: it needs no bot to be read."""
    voice = public_voice(bot, guild)
    chosen = bot.settings.of(guild, CommunitySettings)
    country = bot.content.helplines.country(chosen.country)
    small = voice("setup.pinned-small")
    body = help_words(bot, voice, Asked(guild, country, "general"))
    if country is None:
        return Card(voice("setup.pinned-title"), body, tone=Tone.CARE, small=small)
    title = voice("helpnow.title-country", country=country_name(country.code, voice.locale))
    return Card(title, (*body, f"<{country.directory}>"), tone=Tone.CARE, small=small)


def tell_trouble(bot: SupportBot) -> Trouble:
    """What tells staff that a post could not be made, unless that notice itself failed."""

    def tell(entry: Entry, state: State, reason: str) -> Order | None:
        chosen = bot.settings.of(entry.guild, CommunitySettings)
        if entry.kind in (TROUBLE, *UNTOLD) or chosen.staff_channel is None:
            return None
        number = REASONS.index(reason) if reason in REASONS else REASONS.index("refused")
        ids = {
            "row": number_of(entry.key),
            "reason": number,
            "unknown": int(state is State.UNKNOWN),
        }
        key = f"{TROUBLE}:{entry.guild}:{entry.id}"
        return Order(key, TROUBLE, entry.guild, bot.clock.now(), ids)

    return tell


def draw_trouble(bot: SupportBot) -> Drawer:
    """Who draws the notice that something could not be posted."""

    async def draw(parcel: Parcel) -> Post:
        staff = bot.settings.of(parcel.guild, CommunitySettings).staff_channel
        if staff is None:
            raise Undeliverable("no_staff_channel")
        reason = REASONS[min(parcel.ids["reason"], len(REASONS) - 1)]
        if not reason:
            raise Unwanted
        voice = public_voice(bot, parcel.guild)
        why = voice(f"setup.why-{reason.replace('_', '-')}")
        key = "setup.trouble-unknown" if parcel.ids["unknown"] else "setup.trouble-body"
        body = (voice(key, number=parcel.ids["row"]), plain(why), voice("setup.trouble-mend"))
        return Post(staff, Card(voice("setup.trouble-title"), body, tone=Tone.STAFF))

    return draw
