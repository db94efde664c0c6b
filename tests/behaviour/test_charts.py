"""Pictures of check-ins: drawn beside the bot, never in it; without one the words say the same."""

import io
import logging
import sys
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import discord
import pytest
from PIL import Image

from bot.charts import worker
from bot.charts.worker import Charts, Counts, Days
from bot.ids import GuildId, UserId
from cogs.checkins.domain import Answer
from cogs.checkins.kept import Entries
from tests.behaviour.checkin_desk import answer, card_of, close, closings, crowd, press, prompt
from tests.behaviour.test_checkins_after import history
from tests.world import World, texts_of

BARS = Counts(
    "Title $x^2$", [("good, or all right", 6), ("a very long name in some language " * 3, 5)]
)
DRAWING = worker.DRAWING
# What it was given beside the request: it answers with its surroundings.
SAYS = """
import os, sys
told = repr((sys.argv, dict(os.environ))).encode()
sys.stdout.buffer.write(len(told).to_bytes(4, "big") + told)
"""


def picture_of(message: Any) -> tuple[str, Any]:
    """The words of a message's picture, and the file that it is."""
    view = discord.ui.LayoutView.from_message(message, timeout=None)
    (gallery,) = [
        each for each in view.walk_children() if isinstance(each, discord.ui.MediaGallery)
    ]
    (file,) = message.attachments
    return gallery.items[0].description or "", file


async def keep(world: World, said: list[tuple[int, Answer]], who: str = "june") -> None:
    guild = GuildId(world.guild.id)
    tag = world.bot.people.tag(guild, UserId(world.people[who].id))
    midnight = world.clock.now().replace(hour=0, minute=0, second=0, microsecond=0)
    async with world.bot.database.write() as tx:
        for number, (ago, mine) in enumerate(said):
            await Entries(tx).keep(
                (guild, tag), 1000 + number, mine, (midnight - timedelta(days=ago), 90)
            )


async def test_a_history_is_a_picture_and_the_same_in_words(world: World) -> None:
    few = [(0, Answer(5)), (0, Answer(5)), (29, Answer(2, "rain")), (30, Answer(4)), (3, Answer(0))]
    await keep(world, few)
    page = await history(world)
    shown = await world.people["june"].click(page, custom_id="checkins:chart:30")
    said, file = picture_of(card_of(shown))
    assert "Good: " in said
    assert "(2 times)" in said
    assert "Low: " in said
    assert "All right" not in said
    assert "rain" not in said
    assert Image.open(io.BytesIO(await file.read())).format == "PNG"
    longer = card_of(
        await world.people["june"].click(card_of(shown), custom_id="checkins:chart:90")
    )
    assert "All right: " in picture_of(longer)[0]
    back = card_of(await press(world, "june", longer, "checkins:history"))
    assert not back.attachments
    await keep(world, [(day // 2, Answer(1 + day // 2 % 5)) for day in range(180)])
    many = card_of(await world.people["june"].click(back, custom_id="checkins:chart:90"))
    said = picture_of(many)[0]
    assert len(said) <= 1024
    assert "Good: 36 times" in said


async def test_without_a_picture_the_words_stand_in_its_place(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "DRAWING", (sys.executable, "-c", "1 / 0"))
    await keep(world, [(1, Answer(3))])
    page = await history(world)
    shown = card_of(await world.people["june"].click(page, custom_id="checkins:chart:30"))
    assert not shown.attachments
    assert "Mixed: " in texts_of(shown)
    monkeypatch.setattr(worker, "DRAWING", (str(Path("/nowhere/at/all")),))
    longer = card_of(await world.people["june"].click(shown, custom_id="checkins:chart:90"))
    assert "Mixed: " in texts_of(longer)


async def test_a_closing_card_has_its_counts_as_a_picture_where_the_bot_may_attach_one(
    world: World,
) -> None:
    people = crowd(world, 5)
    for may in (True, False):
        if not may:
            guild = world.bot.get_guild(world.guild.id)
            channel = world.bot.get_channel(world.rooms["lounge"].id)
            assert guild is not None
            assert isinstance(channel, discord.TextChannel)
            closed = discord.PermissionOverwrite(attach_files=False)
            await channel.set_permissions(guild.self_role or guild.default_role, overwrite=closed)
            await world.env.settle()
        card = await prompt(world)
        for who in people:
            await answer(world, who, card, "Mixed")
        await close(world)
        assert "**5** · answered" in closings(world)[-1]
        last = world.rooms["lounge"].last_message
        if may:
            assert picture_of(last)[0] == "5 · answered"
        assert bool(last.attachments) is may
    assert "matplotlib" not in sys.modules


async def test_the_real_pictures_are_drawn_warm_and_fast_and_the_process_knows_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(worker, "DRAWING", DRAWING)
    monkeypatch.setenv("HEARTH_KEY", "a secret")
    charts = Charts(tmp_path)
    rows = ["Good", "All right", "Mixed", "Low", "Very low"]
    days = Days("1 Mar to 30 Mar", rows, 30, [(0, 4, 1), (29, 0, 12)], [(0, "1 Mar")])
    try:
        charts.warm()
        for wanted in (BARS, days):
            png = await charts.draw(wanted, 30)
            assert png is not None
            image = Image.open(io.BytesIO(png))
            assert image.width == 800
            # The corners are nothing, so that the panel is round on any background.
            assert image.convert("RGBA").getpixel((2, 2))[3] == 0
        began = time.perf_counter()
        assert await charts.draw(days, 30)
        assert time.perf_counter() - began < 2  # the promise itself is held in tests/bench
        assert await charts.draw(Counts("", [("no number", "six")]), 30) is None  # type: ignore[list-item]
        # One that ends by itself between two pictures is started anew.
        assert charts._process is not None  # noqa: SLF001 - it ends as nothing but the system would
        charts._process.kill()  # noqa: SLF001 - the same
        monkeypatch.setattr(worker, "DRAWING", (sys.executable, "-I", "-c", SAYS))
        told = await charts.draw(BARS, 30)
        assert told is not None
        assert b"secret" not in told
    finally:
        charts.close()
    assert await charts.draw(BARS, 1) is None
    assert "matplotlib" not in sys.modules
    assert "good" not in caplog.text


async def test_a_process_that_hangs_is_ended_and_nobody_waits_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    monkeypatch.setattr(
        worker, "DRAWING", (sys.executable, "-I", "-c", "import time; time.sleep(60)")
    )
    charts = Charts(tmp_path, longest=0.3)
    try:
        assert await charts.draw(BARS, 0.05) is None
        assert "charts.too_slow" in caplog.text
        assert await charts.draw(BARS, 10) is None
        assert charts._process is None  # noqa: SLF001 - what is promised
    finally:
        charts.close()
