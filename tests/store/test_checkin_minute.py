"""Nine in the morning in a hundred communities: whoever is in danger comes first."""

import asyncio
from collections import Counter, deque
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from bot.ids import GuildId
from bot.services.calls import ALERT, URGENT
from bot.services.courier import Parcel, Posted, Unclear
from bot.services.outbox import BATCH, Outbox
from bot.services.recurring import LANE
from bot.storage.database import Database
from bot.storage.outbox import Order
from tests.fakes import START, FakeClock, Fault, Killed, StandInDiscord

MANY = 100
A_SECOND = 10  # calls that this Discord takes in a second; the rest it answers with 429
LATE = timedelta(hours=3)


class Limited(StandInDiscord):
    """Takes so many messages a second and no more, and notes what came through when."""

    def __init__(self, clock: FakeClock) -> None:
        super().__init__(clock)
        self._time = clock
        self.through: list[str] = []
        self.refused = 0
        self._lately: deque[object] = deque(maxlen=A_SECOND)

    async def send(self, parcel: Parcel) -> Posted:
        now = self._time.now()
        if len(self._lately) == A_SECOND and self._lately[0] == now:
            self.refused += 1
            await asyncio.sleep(0)
            raise Unclear  # 429: nothing was made
        self._lately.append(now)
        posted = await super().send(parcel)
        self.through.append(parcel.key)
        return posted


def prompt(number: int) -> Order:
    guild = GuildId(7000 + number)
    key = f"checkins:prompt:{number}:2026-03-01"
    return Order(key, "checkins:prompt", guild, START, late_after=START + LATE, lane=LANE)


def alert(number: int) -> Order:
    return Order(f"{ALERT}:{number}:1", ALERT, GuildId(7000 + number), START, lane=0)


@pytest.mark.parametrize("kills", [(), (3, 17, 40, 41, 90)])
async def test_prompts_of_one_minute_come_once_each_behind_every_alert(
    open_database: Callable[..., Database],
    database_file: Path,
    clock: FakeClock,
    kills: tuple[int, ...],
) -> None:
    database, discord = open_database(database_file), Limited(clock)
    outbox = Outbox(database, discord, clock, again=URGENT)
    await outbox.deliver()
    prompts, alerts = [prompt(each) for each in range(MANY)], [alert(each) for each in (5, 50, 99)]
    await outbox.put([*prompts, *alerts])
    later, deaths = alert(42), deque(kills)
    rounds = 0
    while clock.now() < START + LATE and (await outbox.next_due() or rounds < 3):
        rounds += 1
        if rounds == 2:
            before = len(discord.through)
            await outbox.put([later])
        if deaths and len(discord.through) >= deaths[0]:
            deaths.popleft()
            discord.faults.append(Fault.CRASH_AFTER if len(deaths) % 2 else Fault.CRASH_BEFORE)
        try:
            await outbox.deliver()
        except Killed:
            outbox = Outbox(database, discord, clock, again=URGENT)
        due = await outbox.next_due()
        clock.set(max(due or START, clock.now() + timedelta(seconds=1)))
    sent = discord.keys()
    assert Counter(sent) == dict.fromkeys([each.key for each in (*prompts, *alerts, later)], 1)
    assert discord.refused > 0
    assert not deaths
    # A kill may fall on an alert itself: it is looked for first, before anything is sent.
    assert {each.key for each in alerts} == set(sent[: len(alerts)])
    assert sent.index(later.key) <= before + BATCH
    assert clock.now() < START + LATE
