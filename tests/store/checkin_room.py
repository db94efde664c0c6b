"""A community with a schedule of check-ins, on a real file and without Discord."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path

from bot.content.loader import Content
from bot.ids import ChannelId, GuildId, UserId
from bot.schedule.recurrence import Rule
from bot.services.cases import Cases
from bot.services.people import People
from bot.services.recurring import Plan, Recurring
from bot.services.settings import Settings
from bot.storage.database import Database
from bot.storage.recurring import Schedule, Standing
from cogs.checkins.domain import Choices
from cogs.checkins.keys import CheckInKeys
from cogs.checkins.service import PROMPT, CheckIns
from tests.fakes import FakeClock
from tests.shipped import WORDS

HERE = GuildId(80351110224678900)
PEOPLE = [UserId(80351110224678912 + place) for place in range(12)]
CONTENT = WORDS.content


@dataclass
class Ground:
    """What check-ins stand on."""

    database: Database
    clock: FakeClock
    settings: Settings
    people: People
    content: Content = CONTENT


@dataclass
class Room:
    """A community with a schedule, and the folder of its keys."""

    checkins: CheckIns
    recurring: Recurring
    people: People
    cases: Cases
    schedule: Schedule
    keys: CheckInKeys


async def furnish(database: Database, clock: FakeClock, folder: Path) -> Room:
    settings, people = Settings(database), People(database, clock)
    await people.meet(HERE)
    recurring, keys = Recurring(database, clock), CheckInKeys(folder)
    choices = Choices(channel=ChannelId(5), open_hours=2)
    rule = Rule("FREQ=DAILY", date(2026, 1, 1), time(9))
    body = choices.model_dump(mode="json")
    plan = Plan(rule, "UTC", timedelta(hours=1), body)
    made = await recurring.draft(HERE, PROMPT, plan)
    schedule = await recurring.switch(HERE, PROMPT, made.id, Standing.ON)
    checkins = CheckIns(Ground(database, clock, settings, people), recurring, keys)
    return Room(
        checkins, recurring, people, Cases(database, people, settings, clock), schedule, keys
    )
