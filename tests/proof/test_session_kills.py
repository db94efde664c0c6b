"""The long form of sessions' promise: hundreds of SIGKILLs among reminders, rooms, goodbyes."""

import asyncio
import multiprocessing
import os
import random
import secrets
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select

from bot.storage.people import WaitingRow
from cogs.sessions.domain.steps import Step
from cogs.sessions.service.ports import CARD, MISSED, REMIND, ROOM, WORDS
from cogs.sessions.store.tables import MeetingRow
from tests.fakes import FakeClock, StandInDiscord
from tests.proof import session_mortal
from tests.proof.session_mortal import BEGAN, MEMBERS, Stage

KILLS = int(os.environ.get("HEARTH_KILLS", "500")) // 2
ENOUGH = 200
SESSIONS = 24
LONGEST_LIFE = 0.25
PATIENCE = 120
REMINDED = BEGAN + timedelta(hours=2, minutes=7 * SESSIONS + 10)  # everybody, of the day before
NEAR = BEGAN + timedelta(hours=24, minutes=55)  # nothing happens between the two
END = BEGAN + timedelta(hours=26, minutes=7 * SESSIONS) + timedelta(hours=3)


def test_every_step_of_every_meeting_happens_once_over_hundreds_of_kills(tmp_path: Path) -> None:
    stage = Stage(tmp_path, secrets.token_bytes(32))
    asyncio.run(session_mortal.plan(stage, SESSIONS))
    # Before the first reminder there is nothing to be killed in.
    (tmp_path / "now.txt").write_text((BEGAN + timedelta(hours=2)).isoformat())
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["tests.proof.session_mortal"])
    dice = random.Random(KILLS)  # noqa: S311 - no secret
    glass, killed = session_mortal.Hourglass(stage), 0
    for number in range(KILLS):
        if glass.now() > END:
            break
        if REMINDED < glass.now() < NEAR:
            (tmp_path / "now.txt").write_text(NEAR.isoformat())
        mine, theirs = processes.Pipe(duplex=False)
        process = processes.Process(target=session_mortal.live, args=(stage, number, theirs))
        process.start()
        theirs.close()
        assert mine.poll(PATIENCE), "the process did not start"
        mine.recv_bytes()
        time.sleep(dice.random() * LONGEST_LIFE)
        assert process.is_alive(), "the process fell by itself"
        process.kill()
        process.join()
        mine.close()
        killed += 1
    during = glass.now()
    last = processes.Process(target=session_mortal.finish, args=(stage, END))
    last.start()
    last.join(PATIENCE * 5)
    assert last.exitcode == 0, "the last process did not finish"
    print(f"\n{killed} kills over {during - BEGAN} of sessions")  # noqa: T201 - the figures
    _check(stage)
    # Not worth the name unless rooms opened and closed while processes died.
    assert KILLS < ENOUGH or during > BEGAN + timedelta(hours=27)


def _check(stage: Stage) -> None:
    meetings = range(1, SESSIONS + 1)
    posts = Counter(
        post.key
        for post in StandInDiscord(FakeClock(), journal=stage.folder / "discord.jsonl").messages
    )
    wanted = {f"{CARD}:{each}:0" for each in meetings} | {f"{ROOM}:{each}" for each in meetings}
    wanted |= {f"{WORDS}:{each}:{which}" for each in meetings for which in (0, 3, 4)}
    assert not [key for key in posts if key.startswith(MISSED)]
    assert {key: count for key, count in posts.items() if count != 1} == {}
    assert set(posts) == wanted
    for each in meetings:
        assert len(list(stage.rooms.glob(f"{each}-*"))) == 1
        assert (stage.rooms / f"removed-{each}").exists()
    asyncio.run(_rows(stage))


async def _rows(stage: Stage) -> None:
    database = stage.database()
    async with database.read() as tx:
        rows = (await tx.execute(select(MeetingRow.step, MeetingRow.missed))).all()
        kinds = (await tx.execute(select(WaitingRow.kind))).scalars().all()
    await database.close()
    assert {(row.step, row.missed) for row in rows} == {(Step.DONE, 0)}
    assert Counter(kinds)[REMIND] == SESSIONS * len(MEMBERS) * 3
