"""Sharing without a name: what may be shared, under which name, and what could tell whose it is."""

from bot.app import SupportBot


async def setup(_bot: SupportBot) -> None:
    """Nothing is connected yet: the rules are here, and no member meets them."""
