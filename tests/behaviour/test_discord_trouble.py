"""Discord refuses, forgets and repeats itself: everybody is answered once, and told the truth."""

import asyncio
from typing import Any

import aiohttp
import discord
import pytest

from bot.ids import ChannelId, GuildId, UserId
from bot.sections import CommunitySettings
from bot.services.case_desk import CaseDesk
from cogs.crisis import posting
from tests.world import World, button, texts_of

PLAIN = "i want to kill myself tonight"
MILDER = "i want to die"


@pytest.fixture(autouse=True)
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posting, "WAITS", (0.01,) * len(posting.WAITS))


def posts(world: World, room: str) -> list[discord.Message]:
    mine = [m for m in world.rooms[room].history() if m.author == world.bot.user]
    return sorted(mine, key=lambda message: message.id)


def refuse(world: World, room: str, status: int, times: int | None = 1) -> None:
    path = f"/channels/{world.rooms[room].id}/messages"
    world.env.inject_error("POST", path, status=status, times=times)


def nonces(world: World, room: str) -> list[str]:
    """The nonce of every try to post in a room."""
    path = f"/channels/{world.rooms[room].id}/messages"
    tries = [each for each in world.env.http_requests if (each.method, each.path) == ("POST", path)]
    return [str(each.json["nonce"]) for each in tries]


@pytest.mark.parametrize("status", [429, 503])
async def test_line_and_alert_are_tried_again_and_stand_once(world: World, status: int) -> None:
    refuse(world, "lounge", status, times=2)
    refuse(world, "staff", status, times=2)
    await world.people["june"].send(world.rooms["lounge"], PLAIN)
    for _ in range(3):
        await world.later(10)
    (line,) = posts(world, "lounge")
    assert "only for you" in texts_of(line)
    (alert,) = posts(world, "staff")
    assert "Case 1" in texts_of(alert)
    assert "I put a neutral line there" in texts_of(alert)
    assert len(nonces(world, "lounge")) == len(nonces(world, "staff")) == 3
    assert len(set(nonces(world, "lounge"))) == len(set(nonces(world, "staff"))) == 1
    await world.later(600)
    assert len(nonces(world, "lounge")) == 3


async def test_a_line_whose_answer_was_lost_is_not_a_second_one(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    request, made = world.bot.http.request, dict[str, Any]()

    async def loses_the_first(route: discord.http.Route, **how: Any) -> Any:
        """As Discord does: the same nonce within minutes is answered with the first message."""
        nonce = (how.get("json") or {}).get("nonce")
        if nonce in made:
            return made[nonce]
        answer = await request(route, **how)
        if nonce is not None and str(world.rooms["lounge"].id) in route.url:
            made[nonce] = answer
            raise aiohttp.ServerDisconnectedError
        return answer

    monkeypatch.setattr(world.bot.http, "request", loses_the_first)
    await world.people["june"].send(world.rooms["lounge"], PLAIN)
    await world.later(30)
    (line,) = posts(world, "lounge")
    await world.people["june"].click(line, custom_id=button(line, "more:open"))
    assert posts(world, "lounge") == []


async def test_a_line_that_never_stood_is_told_on_the_card_and_offered_again(world: World) -> None:
    lounge, june = world.rooms["lounge"], world.people["june"]
    refuse(world, "lounge", 503, times=4)
    await june.send(lounge, MILDER)
    await world.later(60)
    assert posts(world, "lounge") == []
    (alert,) = posts(world, "staff")
    assert "They have seen nothing from me" in texts_of(alert)
    await june.send(lounge, MILDER)
    assert "only for you" in texts_of(lounge.last_message)


async def test_without_a_staff_channel_the_person_is_helped_and_nobody_promises_a_human(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    lounge, june = world.rooms["lounge"], world.people["june"]
    guild = world.bot.get_guild(world.guild.id)
    assert guild is not None
    world.env.backend.delete_channel(world.rooms["staff"].id)
    await world.env.settle()
    await june.send(lounge, PLAIN)
    line = lounge.last_message
    card = (await june.click(line, custom_id=button(line, "more:open"))).response
    assert "999" in texts_of(card.message)
    await june.click(card.message, custom_id=button(card.message, "more:human"))
    await june.click(card.message, custom_id=button(card.message, "more:ask"))
    assert "Nobody could be told" in texts_of(card.message)
    assert "outbox.not_posted" in {each.getMessage() for each in caplog.records}
    world.rooms["staff"] = world.guild.create_text_channel("staff again")
    await world.bot.settings.change(
        GuildId(world.guild.id),
        CommunitySettings,
        staff_channel=ChannelId(world.rooms["staff"].id),
    )
    await world.later(181)
    (call,) = posts(world, "staff")
    assert "nobody is going yet" in texts_of(call)
    went = await world.people["mara"].click(call, custom_id=button(call, "cases:go"))
    assert "Case 1 is yours" in texts_of(went.response.message)


async def test_a_beat_that_waits_for_something_else_holds_no_alert_back(world: World) -> None:
    goes_on = asyncio.Event()

    class Slow:
        async def work(self) -> None:
            await goes_on.wait()

        async def next_due(self) -> None:
            return None

    world.bot.heartbeat.add("slow", Slow())
    beating = asyncio.create_task(world.bot.beat())
    await asyncio.sleep(0.05)
    await world.people["june"].send(world.rooms["lounge"], PLAIN)
    told = [texts_of(post) for post in posts(world, "staff")]
    goes_on.set()
    await beating
    assert len(told) == 1
    assert "Case 1" in told[0]


async def test_what_discord_repeats_after_a_resume_is_answered_once(world: World) -> None:
    lounge, frames = world.rooms["lounge"], list[Any]()
    raw = world.bot.router.raw

    def overheard(frame: Any) -> Any:
        frames.append(frame)
        return raw(frame)

    world.bot.router.raw = overheard
    await world.people["june"].send(lounge, PLAIN)
    await world.people["sol"].send(lounge, MILDER)
    world.bot.router.raw = raw
    before = [len(posts(world, room)) for room in ("lounge", "staff")]
    assert before == [2, 2]
    await world.bot.on_disconnect()
    await asyncio.gather(*filter(None, map(world.bot.hear, frames)))
    await world.bot.on_resumed()
    assert [len(posts(world, room)) for room in ("lounge", "staff")] == before
    await world.restart()
    await asyncio.gather(*filter(None, map(world.bot.hear, frames)))
    assert [len(posts(world, room)) for room in ("lounge", "staff")] == before
    desk, mara = world.bot.feature(CaseDesk), UserId(world.people["mara"].id)
    cases = await desk.live(GuildId(world.guild.id), mara)
    assert len(cases) == 2
    for case in cases:
        assert [step for _, step in await desk.steps(case)] == ["opened"]
