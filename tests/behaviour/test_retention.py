"""What was kept its time goes, unasked."""

import sqlite3

from bot.services.privacy import Retention
from bot.storage.base import Base, personal_tables
from tests.world import World, button, texts_of

PLAIN = "i want to kill myself tonight"


def count(world: World, table: str) -> int:
    file = world.config.database_file
    assert file is not None
    with sqlite3.connect(file) as connection:
        return connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - names of our own tables


async def a_night_after(world: World, days: int) -> None:
    """So many days pass in one stride; the next beat brings the night's round."""
    await world.env.advance_time(days * 86400)
    await world.bot.beat()


async def test_words_go_a_week_after_the_end_and_rows_when_their_time_is_over(world: World) -> None:
    lounge, staff = world.rooms["lounge"], world.rooms["staff"]
    await world.people["june"].send(lounge, PLAIN)
    mara = world.people["mara"]
    card = staff.last_message
    await mara.click(card, custom_id=button(card, "cases:look"))
    await mara.click(card, custom_id=button(card, "cases:false"))
    seen = await mara.click(card, custom_id=button(card, "cases:look"))
    assert PLAIN in texts_of(seen.response.message)
    await a_night_after(world, days=9)
    seen = await mara.click(card, custom_id=button(card, "cases:look"))
    assert PLAIN not in texts_of(seen.response.message)
    assert count(world, "signpost") == 0
    assert count(world, "case_file") == 1
    await a_night_after(world, days=32)
    assert count(world, "case_file") == 0
    assert count(world, "case_step") == 0
    assert count(world, "audit") > 0
    await what_went_is_in_no_journal(world)


async def what_went_is_in_no_journal(world: World) -> None:
    """Deleted rows stand in the journal until it is folded."""
    journal = world.config.home / "hearth.db-wal"
    await world.people["june"].slash(world.rooms["lounge"], "me")
    await world.bot.beat()
    assert journal.stat().st_size > 0
    await Retention(world.bot.database, world.bot.clock).sweep()
    assert journal.stat().st_size == 0


def test_every_declaration_names_columns_that_exist() -> None:
    for name, declared in personal_tables().items():
        table = Base.metadata.tables[name]
        assert declared.until in table.c
        assert declared.tag is None or declared.tag in table.c
