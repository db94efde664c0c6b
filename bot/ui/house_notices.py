"""Notices of the house itself to staff: from when to when nobody was listening."""

from bot.sections import CommunitySettings
from bot.services.courier import Parcel, Undeliverable
from bot.ui.cards import Card, Tone
from bot.ui.courier import Drawer, Post
from bot.ui.house import House, public_voice


def draw_gap(house: House) -> Drawer:
    """Who draws the notice of a gap."""

    async def draw(parcel: Parcel) -> Post:
        staff = house.settings.of(parcel.guild, CommunitySettings).staff_channel
        if staff is None:
            raise Undeliverable("no_staff_channel")
        voice = public_voice(house, parcel.guild)
        start, end = parcel.ids["start"], parcel.ids["end"]
        told = voice("house.gap-body", start=f"<t:{start}:f>", end=f"<t:{end}:f>")
        return Post(
            staff,
            Card(voice("house.gap-title"), (told, voice("house.gap-read")), tone=Tone.STAFF),
        )

    return draw
