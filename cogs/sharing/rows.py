"""Reading and writing what is kept of shares."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.epochs.key import EpochTag
from bot.ids import ChannelId, GuildId, MessageId
from bot.storage.opening import opened
from bot.storage.outbox import OutboxRow
from cogs.sharing.domain import Wish
from cogs.sharing.picture_rows import PictureRows
from cogs.sharing.store import (
    UNPOSTED,
    Letter,
    LetterRow,
    MeTooRow,
    PauseRow,
    PictureRow,
    Share,
    ShareRow,
    Stage,
    new_id,
)

_COLUMNS = tuple(ShareRow.__table__.columns)
_TIMED = (Stage.WAITING, Stage.REVIEW)
_ALARMING = select(*_COLUMNS).where(ShareRow.stage == Stage.POSTED, ShareRow.level.is_not(None))
_NEXT_DUE = (
    select(func.min(ShareRow.due)).where(ShareRow.stage.in_(_TIMED)),
    select(func.min(ShareRow.until)).where(ShareRow.stage.in_(UNPOSTED)),
    select(func.min(PauseRow.until)),
)
Tags = Collection[EpochTag]


class Shares:
    """Repository of the shares of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def add(self, guild: GuildId, number: int, **values: object) -> None:
        """Keep a draft."""
        row = {"stage": Stage.DRAFT, "version": 1, "speakers": 0, **values}
        await self._tx.execute(insert(ShareRow).values(id=number, guild_id=guild, **row))

    async def get(self, guild: GuildId, number: int) -> Share | None:
        """One share of one community."""
        return await self._one(ShareRow.id == number, ShareRow.guild_id == guild)

    async def change(self, number: int, *stages: Stage, **values: object) -> bool:
        """Change a share that stands in one of these stages; answers whether it did."""
        where = [ShareRow.id == number]
        if stages:
            where.append(ShareRow.stage.in_(stages))
        done = await self._tx.execute(update(ShareRow).where(*where).values(**values))
        if done.rowcount == 1 and values.get("words", ...) is None:
            await PictureRows(self._tx).drop(number)  # it stands where the words do, and nowhere
        return done.rowcount == 1

    async def drop(self, number: int) -> None:
        """As if it had never been written."""
        await self._tx.execute(delete(ShareRow).where(ShareRow.id == number))
        await PictureRows(self._tx).drop(number)

    async def of(self, guild: GuildId, tags: Tags) -> list[Share]:
        """Everything of one person under tags that live."""
        found = await opened(
            self._tx,
            select(*_COLUMNS)
            .where(ShareRow.guild_id == guild, ShareRow.tag.in_(tags))
            .order_by(ShareRow.at.desc(), ShareRow.id),
        )
        return [_share(row) for row in found.rows]

    async def spoken_by(self, share: Share) -> list[Share]:
        """A share, what its author wrote under the same name beside it, and changes of these."""
        head = share.thread
        in_it = (ShareRow.id == head) | (ShareRow.root == head) | (ShareRow.edits == head)
        rows = await self._tx.execute(select(*_COLUMNS).where(in_it))
        found = [_share(row) for row in rows.mappings()]
        theirs = {each.id for each in found if each.alias and each.alias == share.alias}
        theirs.add(share.id)
        return [each for each in found if each.id in theirs or each.edits in theirs]

    async def alias_in(self, thread: int, tags: Tags) -> str | None:
        """The name under which somebody already speaks in a conversation."""
        in_it = (ShareRow.id == thread) | (ShareRow.root == thread)
        found = await self._tx.execute(
            select(ShareRow.alias)
            .where(in_it, ShareRow.tag.in_(tags), ShareRow.alias.is_not(None))
            .limit(1)
        )
        return found.scalar_one_or_none()

    async def edit_of(self, number: int) -> Share | None:
        """The change of a share that is on its way, or begun."""
        return await self._one(ShareRow.edits == number)

    async def replies(self, number: int) -> int:
        """How many replies to a share stand."""
        found = await self._tx.execute(
            select(func.count())
            .select_from(ShareRow)
            .where(ShareRow.root == number, ShareRow.stage == Stage.POSTED)
        )
        return found.scalar_one()

    async def in_stage(self, stage: Stage, **columns: object) -> list[Share]:
        """Every share in a stage, of every community."""
        where = [ShareRow.__table__.c[name] == value for name, value in columns.items()]
        found = await opened(
            self._tx,
            select(*_COLUMNS).where(ShareRow.stage == stage, *where).order_by(ShareRow.id),
        )
        return [_share(row) for row in found.rows]

    async def alarming(self) -> list[Share]:
        """Posted shares that sound like danger and of which staff were not told yet."""
        return [_share(row) for row in (await opened(self._tx, _ALARMING)).rows]

    async def next_due(self) -> datetime | None:
        """When the next share is to be posted, a draft has been kept its time, or a pause ends."""
        times: list[datetime | None] = [
            (await self._tx.execute(each)).scalar_one() for each in _NEXT_DUE
        ]
        return min(filter(None, times), default=None)

    async def due(self, now: datetime) -> list[Share]:
        """Shares that are to be posted now, or of which staff are to be told now."""
        found = await opened(
            self._tx,
            select(*_COLUMNS)
            .where(ShareRow.stage.in_(_TIMED), ShareRow.due <= now)
            .order_by(ShareRow.due),
        )
        return [_share(row) for row in found.rows]

    async def kept_long_enough(self, now: datetime) -> list[Share]:
        """Drafts whose day is over, and shares that staff never looked at."""
        found = await opened(
            self._tx,
            select(*_COLUMNS).where(
                ShareRow.stage.in_((Stage.DRAFT, Stage.REVIEW)), ShareRow.until <= now
            ),
        )
        return [_share(row) for row in found.rows]

    async def cut_off(self, newest_dead: int) -> int:
        """Tags and sealed values of epochs whose key is dead lead nowhere: they go."""
        dead = ShareRow.epoch <= newest_dead
        await self._tx.execute(delete(ShareRow).where(dead, ShareRow.stage.in_(UNPOSTED)))
        for each in (LetterRow, PictureRow):
            await self._tx.execute(delete(each).where(each.epoch <= newest_dead))
        gone = await self._tx.execute(
            update(ShareRow)
            .where(dead, ShareRow.tag.is_not(None))
            .values(tag=None, address=None, words=None)
        )
        return gone.rowcount

    async def me_too(self, guild: GuildId, number: int, mark: bytes, at: datetime) -> bool:
        """Count somebody once; answers whether they are new."""
        statement = insert_or(MeTooRow).values(
            share_id=number, tag_mark=mark, guild_id=guild, at=at
        )
        return (await self._tx.execute(statement.on_conflict_do_nothing())).rowcount == 1

    async def has_felt_it(self, number: int, marks: Collection[bytes]) -> bool:
        """Whether one of these marks is counted already."""
        found = await self._tx.execute(
            select(func.count())
            .select_from(MeTooRow)
            .where(MeTooRow.share_id == number, MeTooRow.tag_mark.in_(marks))
        )
        return found.scalar_one() > 0

    async def how_many(self, number: int) -> int:
        """How many feel the same."""
        found = await self._tx.execute(
            select(func.count()).select_from(MeTooRow).where(MeTooRow.share_id == number)
        )
        return found.scalar_one()

    async def end_pauses(self, now: datetime) -> None:
        """A pause that is over leads from its time to a line of the audit: it goes at once."""
        await self._tx.execute(delete(PauseRow).where(PauseRow.until <= now))

    async def pause(self, guild: GuildId, tag: EpochTag, until: datetime) -> None:
        """Nothing more from whoever this is until then; a later end stays."""
        statement = insert_or(PauseRow).values(guild_id=guild, tag=tag, until=until)
        later = func.max(PauseRow.until, statement.excluded.until)
        await self._tx.execute(
            statement.on_conflict_do_update(
                index_elements=["guild_id", "tag"], set_={"until": later}
            )
        )

    async def paused_until(self, guild: GuildId, tags: Tags, now: datetime) -> datetime | None:
        """Until when somebody is paused, if they are."""
        found = await self._tx.execute(
            select(func.max(PauseRow.until)).where(
                PauseRow.guild_id == guild, PauseRow.tag.in_(tags), PauseRow.until > now
            )
        )
        return found.scalar_one()

    async def write(self, share: Share, at: datetime, **values: object) -> int:
        """Keep a letter; answers its id."""
        said = await self._tx.execute(
            select(func.count()).select_from(LetterRow).where(LetterRow.share_id == share.id)
        )
        number = int(str(values.pop("number", new_id())))
        await self._tx.execute(
            insert(LetterRow).values(
                id=number,
                share_id=share.id,
                guild_id=share.guild,
                at=at,
                seen=False,
                place_in_turn=said.scalar_one(),
                **values,
            )
        )
        return number

    async def letters(self, number: int) -> list[Letter]:
        """What staff and the author of a share wrote to each other, in turn."""
        rows = await self._tx.execute(
            select(LetterRow.__table__)
            .where(LetterRow.share_id == number)
            .order_by(LetterRow.place_in_turn)
        )
        return [
            Letter(row.id, row.share_id, row.from_staff, row.seen, row.words, row.at)
            for row in rows
        ]

    async def unread(self, guild: GuildId, numbers: Collection[int]) -> set[int]:
        """Which of these shares have a letter of staff's that was not read yet."""
        rows = await self._tx.execute(
            select(LetterRow.share_id)
            .where(LetterRow.guild_id == guild, LetterRow.share_id.in_(numbers))
            .where(LetterRow.from_staff, LetterRow.seen.is_(False))
        )
        return set(rows.scalars())

    async def forget_letters(self, number: int) -> None:
        """Nothing of what was written about a share stays."""
        await self._tx.execute(delete(LetterRow).where(LetterRow.share_id == number))

    async def seen(self, number: int) -> None:
        """The author has read what staff wrote."""
        mine = (LetterRow.share_id == number, LetterRow.from_staff)
        await self._tx.execute(update(LetterRow).where(*mine).values(seen=True))

    async def forget_order(self, key: str) -> None:
        """What was ordered by somebody's press, or led to somebody, is done: no row tells of it."""
        await self._tx.execute(delete(OutboxRow).where(OutboxRow.key == key))

    async def _one(self, *where: Any) -> Share | None:
        rows = await self._tx.execute(select(*_COLUMNS).where(*where).limit(1))
        row = rows.mappings().one_or_none()
        return None if row is None else _share(row)


def _share(row: RowMapping) -> Share:
    place = row["place"]
    known = dict(row)
    known |= {
        "guild": GuildId(known.pop("guild_id")),
        "stage": Stage(row["stage"]),
        "wish": Wish(row["wish"]),
        "place": None if place is None else (ChannelId(place[0]), MessageId(place[1])),
    }
    return Share(**known)
