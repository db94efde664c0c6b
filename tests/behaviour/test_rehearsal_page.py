"""The rehearsal as an operator meets it: a page on this machine, and what can be pressed there."""

import asyncio
import socket
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.errors import BrokenContent
from bot.rehearsal.rehearse import Rehearsal, open_rehearsal, rehearse
from bot.rehearsal.script import CONTENT, load_script
from bot.rehearsal.server import PortInUse
from bot.rehearsal.travel import next_morning
from tests.behaviour.rehearsal_toy import QUESTION, Toy


@dataclass
class Visitor:
    """Somebody with a browser: asks like our own page does."""

    rehearsal: Rehearsal
    web: ClientSession

    @property
    def origin(self) -> str:
        return self.rehearsal.server.address.removesuffix("/rehearsal")

    async def state(self) -> dict[str, Any]:
        async with self.web.get(f"{self.origin}/rehearsal/state") as answer:
            assert answer.status == 200
            return await answer.json()

    async def press(self, what: str, **fields: str) -> dict[str, Any]:
        status, state = await self.try_press(what, **fields)
        assert status == 200, state
        return state

    async def try_press(self, what: str, **fields: str) -> tuple[int, dict[str, Any]]:
        async with self.web.post(
            f"{self.origin}/rehearsal/{what}", json=fields, headers={"Origin": self.origin}
        ) as answer:
            return answer.status, await answer.json()

    async def status(self, method: str, path: str, **headers: str) -> int:
        async with self.web.request(method, self.origin + path, headers=headers) as answer:
            return answer.status


@asynccontextmanager
async def visit(tmp_path: Path) -> AsyncGenerator[Visitor]:
    def build(clock: Any) -> Toy:
        return Toy(clock, tmp_path / "toy.db")

    async with open_rehearsal(build, port=0) as rehearsal, ClientSession() as web:
        yield Visitor(rehearsal, web)


def room(state: dict[str, Any], name: str) -> dict[str, Any] | None:
    return next((room for room in state["rooms"] if room["name"] == name), None)


async def test_the_page_and_the_frame_are_served(tmp_path: Path) -> None:
    async with visit(tmp_path) as visitor:
        async with visitor.web.get(visitor.rehearsal.server.address) as page:
            words = await page.text()
            assert page.status == 200
            assert "This is a rehearsal." in words
            assert "emergency number" in words
        for name in ("page.css", "page.js", "panels.js", "frame.css", "icon.svg"):
            assert await visitor.status("GET", f"/rehearsal/static/{name}") == 200
        assert await visitor.status("GET", "/rehearsal/static/page.html") == 404
        async with visitor.web.get(f"{visitor.origin}/") as frame:
            assert frame.headers["X-Frame-Options"] == "SAMEORIGIN"
            assert "frame-ancestors 'self'" in frame.headers["Content-Security-Policy"]
            assert "/rehearsal/static/frame.css" in await frame.text()
        async with visitor.web.get(f"{visitor.origin}/rehearsal/tour") as tour:
            assert len(await tour.json()) == 7


async def test_it_opens_in_the_morning_of_the_present_day(tmp_path: Path) -> None:
    async with visit(tmp_path) as visitor:
        now = datetime.fromisoformat((await visitor.state())["now"])
        assert (now.hour, now.minute) == (9, 50)
        assert abs((now - datetime.now(UTC)).total_seconds()) < 86_400  # noqa: TID251 - the real day is what is asked for


async def test_foreign_pages_are_refused(tmp_path: Path) -> None:
    async with visit(tmp_path) as visitor:
        for path in ("/rehearsal", "/rehearsal/state", "/", "/api/state"):
            assert await visitor.status("GET", path, Host="example.org") == 403
            assert await visitor.status("GET", path, Origin="https://example.org") == 403
        for path in ("/rehearsal/restart", "/rehearsal/time", "/rehearsal/go", "/api/action"):
            assert await visitor.status("POST", path) == 403
            assert await visitor.status("POST", path, Origin="null") == 403
            assert await visitor.status("POST", path, Origin="http://127.0.0.1:1") == 403


async def test_one_can_speak_as_somebody_else_somewhere_else(tmp_path: Path) -> None:
    async with visit(tmp_path) as visitor:
        first = await visitor.state()
        assert first["place"]["person"] == "robin"
        assert room(first, "staff") is None
        moved = await visitor.press("go", person="mira", room="staff")
        staff = room(moved, "staff")
        assert staff is not None
        assert moved["place"] == {"person": "mira", "room": staff["id"]}
        assert moved["frame"] != first["frame"]
        direct = await visitor.press("go", room=moved["rooms"][-1]["id"])
        assert direct["rooms"][-1]["kind"] == "dm"
        assert direct["place"]["room"] == direct["rooms"][-1]["id"]


async def test_a_room_that_one_may_not_see_leads_to_the_first_room(tmp_path: Path) -> None:
    async with visit(tmp_path) as visitor:
        await visitor.press("go", person="alex", room="staff")
        state = await visitor.press("go", person="sam")
        welcome = room(state, "welcome")
        assert welcome is not None
        assert state["place"] == {"person": "sam", "room": welcome["id"]}
        assert state["notice"]["text"] == "Sam cannot see #staff. You are in #welcome now."
        status, refusal = await visitor.try_press("go", person="nobody")
        assert status == 400
        assert "nobody of that name" in refusal["error"]


async def test_time_moves_to_what_is_due_and_what_is_due_arrives(tmp_path: Path) -> None:
    async with visit(tmp_path) as visitor:
        before = await visitor.state()
        assert before["due"]["what"] == "the daily question"
        state = await visitor.press("time", to="due")
        assert state["now"] >= before["due"]["at"]
        checkins = room(state, "check-ins")
        assert checkins is not None
        assert checkins["unread"] == 1
        seen = await visitor.press("go", room="checkins")
        assert room(seen, "check-ins")["unread"] == 0  # pyright: ignore[reportOptionalSubscript]


async def test_a_week_brings_every_post_of_the_week_at_its_time(tmp_path: Path) -> None:
    async with visit(tmp_path) as visitor:
        await visitor.press("time", to="week")
        stage = visitor.rehearsal.stage
        posts = [
            post for post in stage.world.rooms["checkins"].history() if QUESTION in post.content
        ]
        assert [f"{post.created_at:%H:%M}" for post in posts] == ["10:00"] * 7
        status, refusal = await visitor.try_press("time", to="yesterday")
        assert (status, refusal["error"]) == (400, "Time can move to: due, hour, morning, week.")


async def test_buttons_from_before_a_restart_still_work(tmp_path: Path) -> None:
    async with visit(tmp_path) as visitor:
        stage = visitor.rehearsal.stage
        old = stage.bot
        state = await visitor.press("restart")
        assert stage.bot is not old
        assert state["frame"] is not None
        assert state["due"]["what"] == "the daily question"
        async with stage.lock:
            welcome = stage.world.rooms["welcome"].history()[-1]
            answer = await stage.world.personas["robin"].actor.click(welcome, label="Wave")
            assert answer.response is not None
            assert answer.response.content == "A wave back."


async def test_thirty_presses_at_once_all_succeed(tmp_path: Path) -> None:
    async with visit(tmp_path) as visitor:
        people = ("robin", "noor", "sam", "ida", "mira", "alex")
        presses = [visitor.press("go", person=people[n % 6], room="lounge") for n in range(14)]
        presses += [visitor.press("time", to="hour") for _ in range(13)]
        presses += [visitor.press("restart") for _ in range(3)]
        assert len(await asyncio.gather(*presses)) == 30
        after = await visitor.state()
        passed = datetime.fromisoformat(after["now"]) - datetime.fromisoformat(after["opening"])
        assert passed >= timedelta(hours=13)
        assert after["faults"] == 0


async def test_presses_inside_the_frame_wait_for_the_clock(tmp_path: Path) -> None:
    async with visit(tmp_path) as visitor:
        state = await visitor.state()
        viewer = str(visitor.rehearsal.stage.place.persona.actor.id)
        headers = {"Origin": visitor.origin, "X-Simcord-Capability": state["frame"][2:]}

        async def open_frame() -> int:
            async with visitor.web.post(
                f"{visitor.origin}/api/pages", json={"viewer_id": viewer}, headers=headers
            ) as answer:
                return answer.status

        moving = [visitor.press("time", to="hour") for _ in range(15)]
        opened, _ = await asyncio.gather(
            asyncio.gather(*(open_frame() for _ in range(15))), asyncio.gather(*moving)
        )
        assert opened == [200] * 15


async def test_a_port_in_use_is_said_in_one_sentence(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(PortInUse) as refused:
            await rehearse(
                lambda clock: Toy(clock, tmp_path / "toy.db"),
                port=port,
                open_browser=False,
                out=lambda _: None,
            )
    assert str(port) in str(refused.value)
    assert "--port" in str(refused.value)
    assert refused.value.exit_code == 7
    assert not (tmp_path / "toy.db").exists()


async def test_cancelling_ends_everything(tmp_path: Path) -> None:
    bots: list[Toy] = []
    said: list[str] = []
    opened = asyncio.Event()

    def build(clock: Any) -> Toy:
        bots.append(Toy(clock, tmp_path / "toy.db"))
        return bots[-1]

    def out(line: str) -> None:
        said.append(line)
        opened.set()

    task = asyncio.create_task(rehearse(build, port=0, open_browser=False, out=out))
    await asyncio.wait_for(opened.wait(), 5)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert said[0].startswith("The rehearsal is open at http://127.0.0.1:")
    assert [bot.is_closed() for bot in bots] == [True]
    assert asyncio.all_tasks() == {asyncio.current_task()}


def test_next_morning_is_always_ahead() -> None:
    opens = load_script().community.morning
    before = datetime(2026, 3, 1, 8, 59, tzinfo=UTC)
    assert next_morning(before, opens) == datetime(2026, 3, 1, 9, tzinfo=UTC)
    assert next_morning(before.replace(hour=9, minute=0), opens).day == 2


def test_a_broken_script_names_file_entry_and_field(tmp_path: Path) -> None:
    good = CONTENT
    community = (good / "community.toml").read_text("utf-8")
    (tmp_path / "tour.toml").write_text((good / "tour.toml").read_text("utf-8"), "utf-8")
    with pytest.raises(BrokenContent, match="missing"):
        load_script(tmp_path)
    (tmp_path / "community.toml").write_text(community.replace("minutes_before = 142", "x = 1"))
    with pytest.raises(BrokenContent, match=r"community\.toml · messages 1 · minutes_before"):
        load_script(tmp_path)
    (tmp_path / "community.toml").write_text(community.replace('room = "staff"', 'room = "attic"'))
    with pytest.raises(BrokenContent, match="there is no room 'attic'"):
        load_script(tmp_path)
