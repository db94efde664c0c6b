"""Erased means gone: every table is filled first, every byte of the folder searched after."""

import base64
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select

from bot.clock import SystemClock
from bot.ids import GuildId, Tag, UserId
from bot.keyring import Keyring
from bot.services.copying import Copying
from bot.services.erasing import Erasing
from bot.services.parting import Partings
from bot.services.people import People
from bot.storage import belongings
from bot.storage.base import personal_tables
from bot.storage.cases import CaseNoteRow, CaseRow
from bot.storage.database import Database
from bot.storage.outbox import OutboxRow
from bot.storage.schema import prepare
from bot.storage.types import Sealed
from tests.full import row_of, tables
from tests.shipped import WORDS as SHIPPED
from tests.traces import find_traces

GUILD = GuildId(777001)
JUNE, SOL = UserId(80351110224678912), UserId(80351110224678999)
WORDS = {JUNE: "junes very own words", SOL: "what sol said"}


def in_german(key: str) -> str:
    return SHIPPED.texts.say(key, "de")


class Home:
    """A folder with a database in it, and two people."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.keyring = Keyring([bytes(range(32))])
        self.database = Database(f"sqlite+aiosqlite:///{folder / 'hearth.db'}", self.keyring)
        self.people = People(self.database, SystemClock())
        self.erasing = Erasing(self.database, self.people, SystemClock(), Partings())

    async def open(self) -> None:
        await prepare(self.database, self.keyring)
        await self.people.meet(GUILD)

    def tag(self, user: UserId) -> Tag:
        return self.people.tag(GUILD, user)

    async def fill(self) -> None:
        """A row of each of the two in every table that declares people, one naming the other."""
        for number, user, other in ((1, SOL, JUNE), (2, JUNE, SOL)):
            async with self.database.write() as tx:
                for table in tables():
                    declared = personal_tables().get(table.name)
                    if declared is None or declared.tag is None:
                        continue
                    row = self._filled(row_of(table, number), table, user)
                    row[declared.tag] = self.tag(user)
                    row |= {name: self._naming(table.c[name], other) for name in declared.mentions}
                    row |= {name: [int(SOL)] for name in declared.keeps}
                    await tx.execute(insert(table), [row])
                outbox = {"to": int(user), "case": number}
                await tx.execute(
                    insert(OutboxRow).values(
                        self._filled(row_of(table_of("outbox"), number), table_of("outbox"), user)
                        | {"ids": outbox, "key": f"row{number}"}
                    )
                )

    def _filled(self, row: dict[str, Any], table: Any, user: UserId) -> dict[str, Any]:
        declared = personal_tables().get(table.name)
        for column in table.columns:
            if isinstance(column.type, Sealed):
                # What stays when a row is unnamed belongs to everybody, as a session's plan does.
                stays = declared is not None and declared.erase == "unname"
                own = not stays or (declared is not None and column.name in declared.names)
                row[column.name] = [WORDS[user], int(user)] if own else ["of everybody"]
        return row | ({"guild_id": GUILD} if "guild_id" in row else {})

    def _naming(self, column: Any, other: UserId) -> Any:
        if not isinstance(column.type, Sealed):
            return self.tag(other)
        return [int(other), 5] if column.name in ("company", "people") else int(other)

    async def everything(self) -> dict[str, list[dict[str, Any]]]:
        """Every row of every table, opened."""
        async with self.database.read() as tx:
            return {
                table.name: [dict(r) for r in (await tx.execute(select(table))).mappings()]
                for table in tables()
            }

    def raw(self, user: UserId) -> list[bytes]:
        """Every sealed value of somebody's rows, as it lies in the file."""
        found: list[bytes] = []
        with closing(sqlite3.connect(self.folder / "hearth.db")) as opened:
            for table in tables():
                declared = personal_tables().get(table.name)
                if declared is None or declared.tag is None or declared.erase != "delete":
                    continue
                for column in table.columns:
                    if isinstance(column.type, Sealed):
                        rows = opened.execute(
                            f"SELECT {column.name} FROM {table.name} WHERE {declared.tag} = ?",  # noqa: S608 - names of our own tables
                            (self.tag(user),),
                        )
                        found += [value for (value,) in rows if value]
        return found

    def left(self, forms: list[bytes]) -> list[str]:
        """Files in which one of these stands."""
        return [
            f"{path.name}: {form[:6].hex()}"
            for path in self.folder.rglob("*")
            if path.is_file()
            for form in forms
            if form in path.read_bytes()
        ]


def table_of(name: str) -> Any:
    return next(each for each in tables() if each.name == name)


def forms_of(tag: bytes) -> list[bytes]:
    return [tag, tag.hex().encode(), tag.hex().upper().encode(), base64.b64encode(tag)[:20]]


async def test_nothing_of_the_erased_is_left_and_nothing_of_others_is_touched(
    tmp_path: Path,
) -> None:
    home = Home(tmp_path)
    await home.open()
    await home.fill()
    before, june = await home.everything(), home.tag(JUNE)
    await home.database.fold()
    sealed = home.raw(JUNE)
    assert len(sealed) > 20
    assert home.left(forms_of(june)), "the search finds what is there"
    assert home.left(sealed)
    receipt = await home.erasing.erase(GUILD, JUNE)
    assert receipt.folded
    assert len(receipt.erased) == len(belongings.declared_tables())
    assert home.left(forms_of(june)) == []
    assert home.left(sealed) == []
    assert find_traces(tmp_path, [JUNE], [WORDS[JUNE], "june"]) == []
    after = await home.everything()
    for name, rows in after.items():
        declared = personal_tables().get(name)
        for row in rows:
            assert str(int(JUNE)) not in repr(row), name
            assert repr(june) not in repr(row), name
        mentions = () if declared is None else declared.mentions
        theirs = [r for r in before[name] if declared and r.get(str(declared.tag)) == home.tag(SOL)]
        for row in theirs:
            kept = {k: v for k, v in row.items() if k not in mentions}
            assert any(kept.items() <= each.items() for each in rows), name
    for row in after["case_file"]:
        assert (row["owner"], row["owner_tag"], row["company"]) == (None, None, [5])
    assert [row["key"] for row in after["outbox"]] == ["row1"]
    again = await home.erasing.erase(GUILD, JUNE)
    assert again.erased == []
    await home.database.close()


async def test_what_somebody_else_told_stays_and_is_neither_shown_nor_copied(
    tmp_path: Path,
) -> None:
    home = Home(tmp_path)
    await home.open()
    async with home.database.write() as tx:
        for number in (1, 2):
            row = home._filled(row_of(table_of("case_file"), number), table_of("case_file"), JUNE)  # noqa: SLF001 - ours
            await tx.execute(insert(CaseRow), [row | {"tag": home.tag(JUNE), "person": int(JUNE)}])
        note = home._filled(row_of(table_of("case_note"), 1), table_of("case_note"), SOL)  # noqa: SLF001
        await tx.execute(insert(CaseNoteRow), [note | {"tag": home.tag(SOL), "case_id": 1}])
    outlook = await home.erasing.outlook(GUILD, JUNE)
    assert (outlook.kept[0].count, outlook.staying) == (1, 1)
    copied = await Copying(home.database, home.people).copy(GUILD, JUNE, in_german)
    assert b'"id": 2' in copied[0].content
    assert b'"id": 1' not in copied[0].content
    assert (await home.erasing.erase(GUILD, JUNE)).staying == 1
    assert [row["id"] for row in (await home.everything())["case_file"]] == [1]
    await home.database.close()


async def test_a_copy_holds_everything_and_only_theirs(tmp_path: Path) -> None:
    home = Home(tmp_path)
    await home.open()
    await home.fill()
    files = await Copying(home.database, home.people, largest=3000).copy(GUILD, JUNE, in_german)
    assert len(files) > 6
    written = b"".join(each.content for each in files)
    assert all(len(each.content) <= 3000 for each in files)
    for table, declared in belongings.declared_tables():
        assert f'"{table.name}"'.encode() in written
        assert f"== {table.name}: {in_german(declared.why)}".encode() in written
    assert WORDS[JUNE].encode() in written
    assert WORDS[SOL].encode() not in written
    assert str(int(SOL)).encode() not in written
    await home.database.close()
