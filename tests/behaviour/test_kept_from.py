"""For those from whom a case is kept it does not exist, behind whatever door they look."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

from discord import app_commands

from bot.errors import Refusal
from bot.ids import GuildId, UserId
from bot.services.case_desk import CaseDesk
from bot.services.without import Without
from bot.storage.cases import NewCase
from cogs.crisis.service import CONTACT, Help
from tests.behaviour.looking import DOORS, Walk
from tests.behaviour.test_reports_about_staff import about, write
from tests.world import World, open_world, texts_of

CASES = ("/cases list", "/cases stats", "/cases show", "cases:look", "cases:go", "cases:join")
Opens = Callable[[World, str], Awaitable[None]]
# `/care quiet` takes minutes within a range, which a case's number is not.
CLOSED = {
    "mara": ("/setup ", "/host ", "/care quiet"),
    "ada": ("/cases ", "/care ", "message /Guideline reminder", "message /Pause author", "/host "),
}
MENU = "I’m worried about this person"
# Walked in the long form only: no case is in what these show.
FAR = (
    *("sessions:", "sharing:", "checkins:", "charter:", "lines:", "guidelines:", "tune:", "setup:"),
    *("/setup ", "/host ", "/checkin", "/share", "/sessions", "/guidelines"),
)
WORDS = "she reads out what people told her"


@dataclass
class Looked:
    """What one person found, and what somebody found who may know."""

    number: int
    found: dict[str, str] = field(default_factory=dict)
    others: dict[str, str] = field(default_factory=dict)


async def about_staff(world: World, who: str) -> None:
    """June tells of somebody of the staff."""
    june, lounge = world.people["june"], world.rooms["lounge"]
    shown = await june.context_menu(lounge, MENU, world.people[who])
    told = await june.submit_modal(shown, {"words": WORDS})
    assert "stands in no channel" in texts_of(told.response.message)


async def reports_staff(world: World, who: str) -> None:
    """June reports somebody of the staff, without her name."""
    told = await write(world, await about(world, world.users[who]), named=False)
    assert "It is kept for the others" in told


async def tells_twice(world: World, who: str) -> None:
    """June tells of somebody of the staff, as a worry and as a report."""
    await about_staff(world, who)
    await reports_staff(world, who)


async def asks_without(world: World, who: str) -> None:
    """June, who does not want somebody of the staff, asks for a human."""
    guild, june = GuildId(world.guild.id), UserId(world.people["june"].id)
    await world.bot.feature(Without).choose(guild, june, UserId(world.people[who].id))
    asked = NewCase(
        guild=guild, kind=CONTACT, tag=world.bot.people.tag(guild, june), person=june, place=None,
        source_index=None, level="imminent", category="overdose", rules=("en.some.rule",),
        excerpt="what june wrote", reached="asked", at=world.clock.now(),
    )  # fmt: skip
    await world.bot.feature(Help).open_case(asked)


async def look(
    folder: Path, who: str, number: int, opened: Opens | None, but: tuple[str, ...]
) -> Looked:
    """A walk through a community in which a case is kept from somebody, or none is there."""
    looked = Looked(number)
    try:
        async with open_world(folder) as world:
            await world.set_up()
            await world.people["sol"].send(world.rooms["lounge"], "good morning")
            # A case that all staff may see.
            await world.people["sol"].send(world.rooms["lounge"], "i want to kill myself tonight")
            if opened is not None:
                await opened(world, who)
            await world.later(400)
            await world.restart()
            if opened is not None:
                guild, theo = GuildId(world.guild.id), UserId(world.people["theo"].id)
                looked.number = (await world.bot.feature(CaseDesk).live(guild, theo))[-1].id
            looked.found = await Walk(world, who, looked.number).everything(but=but)
            looked.others = await Walk(world, "theo", looked.number).everything(only=CASES)
    except* app_commands.CommandInvokeError as kept:
        # SimCord keeps these although the person was answered kindly.
        if not all(isinstance(each.original, Refusal) for each in kept.exceptions):
            raise
    return looked


async def test_whoever_must_not_know_finds_what_they_would_find_if_it_were_not_there(
    tmp_path: Path,
) -> None:
    """Every door, and the same for somebody whom a member ruled out, are among the long forms."""
    await find_the_same(tmp_path, "mara", tells_twice, but=FAR)


async def find_the_same(tmp_path: Path, who: str, opened: Opens, but: tuple[str, ...] = ()) -> None:
    """Every door, in a community in which the case is and in one in which it is not."""
    for name in ("there", "nowhere"):
        (tmp_path / name).mkdir()
    there = await look(tmp_path / "there", who, 0, opened, but)
    nowhere = await look(tmp_path / "nowhere", who, there.number, None, but)
    assert len(there.found) > sum(not door.address.startswith(but) for door in DOORS)
    assert there.found.keys() == nowhere.found.keys()
    assert [d for d, words in there.found.items() if words != nowhere.found[d]] == []
    # The doors were open, and led to what is there for this person. What Discord itself closes to
    # a moderator is the admins' menu; to an admin without the moderators' bit, the cases' menu.
    closed = {door for door, words in there.found.items() if words == "not theirs"}
    assert {door for door in closed if not door.startswith(CLOSED[who])} == set()
    for door in {"cases:look", "cases:go", "/cases show"} - closed:
        assert "no case with that number" in there.found[door]
    # The same doors show it to somebody who may know: the comparison can fail.
    found = {door for door, words in there.others.items() if words != nowhere.others[door]}
    assert set(CASES) <= found
