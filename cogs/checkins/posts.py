"""What is posted of check-ins, drawn at the moment of sending with what is true then."""

from dataclasses import replace
from datetime import date

from bot.ids import ChannelId, GuildId
from bot.sections import CommunitySettings
from bot.services.courier import Parcel, Posted, Undeliverable, Unwanted
from bot.services.recurring import NoSuchSchedule, Recurring
from bot.storage.outbox import Entry
from bot.storage.recurring import Schedule, Standing
from bot.ui.cards import Card, Tone
from bot.ui.courier import Drawer, Post
from bot.ui.house import House, public_voice
from cogs.checkins import cards, picture, ui
from cogs.checkins.domain import SILENT, Choices, Ended
from cogs.checkins.service import PROMPT, CheckIns
from cogs.checkins.store import CheckIn


def draw_prompt(house: House) -> Drawer:
    """Who draws a prompt: only while its schedule runs; closed ones without their buttons."""

    async def draw(parcel: Parcel) -> Post:
        checkins, day = house.feature(CheckIns), date.fromordinal(parcel.ids["day"])
        checkin = await checkins.of_day(parcel.guild, parcel.ids["schedule"], day)
        if checkin is None or checkin.is_open:
            schedule = await _running(house, parcel.guild, parcel.ids["schedule"])
            checkin = checkin or await checkins.open(schedule, day)
            thread = Choices.model_validate(schedule.choices).thread
        else:
            thread = False
        voice = public_voice(house, parcel.guild)
        card = cards.prompt_card(house, voice, checkin, ui.answers(house, voice, checkin))
        name = voice("checkins.thread-name", day=checkin.day.isoformat())
        return Post(_place(checkin), card, thread=name if thread else "")

    return draw


def draw_closing(house: House) -> Drawer:
    """Who draws a closing card."""

    async def draw(parcel: Parcel) -> Post:
        try:
            checkin = await house.feature(CheckIns).get(parcel.guild, parcel.ids["checkin"])
        except Ended:
            raise Unwanted from None
        voice = public_voice(house, parcel.guild)
        said = picture.cells_said(voice, checkin.cells)
        card = cards.closing_card(house, voice, checkin, said)
        chart = picture.cells_chart(voice, checkin.cells, card.title)
        seen = await picture.drawn(house, chart, said, picture.BRIEFLY)
        return Post(_place(checkin), replace(card, picture=seen))

    return draw


def draw_quiet(house: House) -> Drawer:
    """Who tells admins that a schedule has paused itself."""

    async def draw(parcel: Parcel) -> Post:
        staff = house.settings.of(parcel.guild, CommunitySettings).staff_channel
        if staff is None:
            raise Undeliverable("no_staff_channel")
        voice, number = public_voice(house, parcel.guild), parcel.ids["schedule"]
        body = (voice("checkins.quiet-body", number=number, count=SILENT),)
        return Post(staff, Card(voice("checkins.quiet-title"), body, tone=Tone.STAFF))

    return draw


async def retire(house: House, entry: Entry | None) -> None:
    """Take the buttons off a prompt that has closed."""
    if entry is not None and entry.channel is not None and entry.message is not None:
        parcel = Parcel(entry.key, entry.kind, entry.guild, entry.ids)
        await house.courier.redraw(parcel, Posted(entry.channel, entry.message))


async def _running(house: House, guild: GuildId, number: int) -> Schedule:
    try:
        schedule = await house.feature(Recurring).get(guild, PROMPT, number)
    except NoSuchSchedule:
        raise Unwanted from None
    if schedule.state is not Standing.ON:
        raise Unwanted
    return schedule


def _place(checkin: CheckIn) -> ChannelId:
    if checkin.channel is None:
        raise Undeliverable("gone")
    return checkin.channel
