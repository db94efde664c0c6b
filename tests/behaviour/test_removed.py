"""A community removes the bot: nothing is sent meanwhile, and nothing comes in a burst after."""

from datetime import date, time
from zoneinfo import ZoneInfo

from simcord.backend import serializers

from bot.schedule.recurrence import Rule, next_slots
from bot.sections import CommunitySettings
from bot.storage.ledger import MomentRow
from cogs.checkins.reminders import Reminders
from tests.behaviour.checkin_desk import planned as checkin_planned
from tests.behaviour.checkin_desk import prompts, until
from tests.behaviour.me_desk import direct, place, user
from tests.behaviour.session_room import planned, posted, press
from tests.behaviour.share_desk import last, open_sharing, write
from tests.behaviour.test_retention import a_night_after, count
from tests.full import tables
from tests.world import World

PLAIN = "i want to kill myself tonight"
DAY = 24 * 3600
UTC = ZoneInfo("UTC")


class Gone:
    """The community as it was when it removed the bot, to be put back as it was."""

    def __init__(self, world: World) -> None:
        self._backend = world.env.backend
        self._guild = self._backend.guilds[world.guild.id]
        ids = (*self._guild.channel_ids, *self._guild.thread_ids)
        self._channels = {each: self._backend.channels[each] for each in ids}
        self._messages = {each: self._backend.messages.get(each) for each in ids}
        self._backend.remove_guild(self._guild.id)

    def back(self) -> None:
        """Somebody adds the bot again."""
        self._backend.guilds[self._guild.id] = self._guild
        self._backend.channels.update(self._channels)
        self._backend.messages.update({i: m for i, m in self._messages.items() if m is not None})
        self._backend.emit(
            "GUILD_CREATE", serializers.guild_create_payload(self._backend, self._guild)
        )


async def much_is_planned(world: World) -> None:
    """A check-in and a reminder each day, a weekly session with a place, a share, a case."""
    await checkin_planned(world)
    guild, june = place(world), user(world, "june")
    await world.bot.people.wish(guild, june, direct_messages=True)
    await world.bot.feature(Reminders).set(guild, june, time(9), "UTC")
    await planned(world)
    await press(world, "june", posted(world), "sessions:come")
    await open_sharing(world)
    await press(world, "june", last(await write(world)), "sharing:post")
    await world.people["sol"].send(world.rooms["lounge"], PLAIN)


async def test_nothing_is_sent_while_it_is_gone_and_nothing_bursts_when_it_is_back(
    world: World,
) -> None:
    await much_is_planned(world)
    before = len(direct(world, "june"))
    gone = Gone(world)
    await world.env.settle()
    asked = len(world.env.http_requests)
    await world.later(2 * DAY)
    await world.restart()
    await world.later(4 * DAY)
    sent = [each for each in world.env.http_requests[asked:] if each.method in ("POST", "PATCH")]
    assert sent == []
    gone.back()
    await world.env.settle()
    await world.later(3600)
    assert [each for each in world.env.http_requests[asked:] if each.method == "POST"] == []
    nine = next_slots(Rule("FREQ=DAILY", date(2026, 1, 1), time(9)), UTC, world.clock.now(), 1)[0]
    await until(world, nine.at)
    assert len(prompts(world)) == 1
    assert len(direct(world, "june")) == before + 1
    # For good this time: after thirty days nothing is left, neither on disk nor in memory.
    gone = Gone(world)
    await world.env.settle()
    for days, left in ((29, 1), (2, 0)):
        await a_night_after(world, days)
        assert count(world, "community") == left
    for table in of_a_community():
        assert count(world, table) == 0, table
    assert world.bot.settings.decided(CommunitySettings) == []
    gone.back()
    await world.env.settle()
    assert not world.bot.settings.of(place(world), CommunitySettings).set_up


def of_a_community() -> list[str]:
    """Every table but those of the process itself."""
    return [each.name for each in tables() if each.name != MomentRow.__tablename__]
