"""What the clock does: posts when the minute has come, lets drafts go, cuts off dead epochs."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.epochs.grid import LIVING, number_at
from bot.ids import MessageId, Tag, UserId
from bot.services.cases import Cases
from bot.services.people import People
from bot.storage.cases import NewCase, Place
from bot.storage.database import Database
from bot.storage.outbox import Entry, Order, OutboxEntries, State
from cogs.sharing.domain import DRAFT_KEPT, rounded
from cogs.sharing.orders import EDIT, POST, REVIEW, gone, tell
from cogs.sharing.rows import Shares
from cogs.sharing.store import Share, Stage

LATE = timedelta(hours=24)
NOBODY = UserId(0)
DANGER, REPORT = "share_danger", "share"


class Planner:
    """A duty of the heartbeat, and what happens in the transaction that ends a post.

    Args:
        database: where shares are kept.
        clock: tells the time.
        cases: where staff are told of a share that sounds like danger.
        people: knows messages by keyed marks.
    """

    def __init__(self, database: Database, clock: Clock, cases: Cases, people: People) -> None:
        self._database, self._clock = database, clock
        self._cases, self._people = cases, people
        self._cut_off = -1

    async def work(self) -> None:
        """Do what is due; doing it twice changes nothing."""
        now = self._clock.now()
        async with self._database.read() as tx:
            alarming, due = await Shares(tx).alarming(), await Shares(tx).next_due()
        for share in alarming:
            await self.open_case(share, DANGER, share.level or "", "share-danger")
            async with self._database.write() as tx:
                await Shares(tx).change(share.id, level=None)
        dead = number_at(now) - LIVING
        if (due is None or due > now) and dead == self._cut_off:
            return
        async with self._database.write() as tx:
            shares, entries = Shares(tx), OutboxEntries(tx)
            for share in await shares.due(now):
                await self._on_its_way(shares, entries, share)
            for share in await shares.kept_long_enough(now):
                await self._let_go(tx, share)
            await shares.cut_off(dead)
            await shares.end_pauses(now)
        self._cut_off = dead

    async def next_due(self) -> datetime | None:
        """When the next share is to be posted, or a draft has been kept its time."""
        async with self._database.read() as tx:
            return await Shares(tx).next_due()

    async def open_case(self, share: Share, kind: str, level: str, about: str) -> None:
        """A case about a share, which names nobody: the card shows where it stands."""
        index = self._people.message_index(share.guild, MessageId(share.id))
        place = None if share.place is None else Place(*share.place)
        await self._cases.open(
            NewCase(
                guild=share.guild,
                kind=kind,
                tag=Tag(index),
                person=NOBODY,
                place=place,
                source_index=None,
                level=level,
                category=about,
                rules=(),
                excerpt=None,
                reached="share",
                at=self._clock.now(),
            )
        )

    async def _on_its_way(self, shares: Shares, entries: OutboxEntries, share: Share) -> None:
        now = self._clock.now()
        await shares.change(share.id, due=None)
        ids = {"share": share.id, "version": share.version}
        kind = REVIEW
        if share.stage is Stage.WAITING:
            await shares.change(share.id, stage=Stage.POSTING, until=None)
            kind = POST if share.edits is None else EDIT
        key = f"{kind}:{share.id}:{share.version}"
        await entries.put(Order(key, kind, share.guild, now, ids, now + LATE))

    async def _let_go(self, tx: AsyncConnection, share: Share) -> None:
        shares, until = Shares(tx), rounded(self._clock.now()) + DRAFT_KEPT
        if share.stage is Stage.REVIEW:
            back = {"trouble": "unreviewed", "until": until, "due": None}
            await shares.change(share.id, stage=Stage.DRAFT, **back)
            await tell(tx, share, share.version, self._clock.now())
        elif share.trouble == "declined":
            gone_words = {"words": None, "address": None, "until": None}
            await shares.change(share.id, stage=Stage.REMOVED, **gone_words)
        else:
            await shares.drop(share.id)

    async def post_ended(self, tx: AsyncConnection, entry: Entry, state: State) -> None:
        """A share or a reply was posted, or could not be."""
        shares = Shares(tx)
        share = await shares.get(entry.guild, entry.ids["share"])
        if share is None or share.version != entry.ids["version"]:
            return
        if state is not State.SENT or entry.channel is None or entry.message is None:
            await self._given_back(tx, share, state)
            return
        place = [entry.channel, entry.message]
        if share.stage is Stage.POSTING:
            # With the minutes that were chosen, the time of the post would tell that of the press.
            posted = {"words": None, "until": None, "place": place, "minutes": 0}
            await shares.change(share.id, stage=Stage.POSTED, **posted)
        else:  # taken back or down while it was on its way
            await shares.change(share.id, place=place)
            await OutboxEntries(tx).put(gone(share, self._clock.now()))

    async def edit_ended(self, tx: AsyncConnection, entry: Entry, state: State) -> None:
        """A change of a share stands, or could not be made."""
        shares = Shares(tx)
        edit = await shares.get(entry.guild, entry.ids["share"])
        if edit is None or edit.version != entry.ids["version"]:
            return
        if state is State.SENT:
            if edit.edits is not None:
                changed = {"veiled": edit.veiled, "level": edit.level}
                await shares.change(edit.edits, Stage.POSTED, **changed)
            await shares.drop(edit.id)
        else:
            await self._given_back(tx, edit, state)

    async def gone_ended(self, tx: AsyncConnection, entry: Entry, state: State) -> None:
        """A post was deleted, or could not be: its author reads so."""
        if state is not State.SENT:
            await Shares(tx).change(entry.ids["share"], trouble="still-there")
        else:
            await Shares(tx).forget_order(entry.key)  # its time is that of the author's press

    async def letter_ended(self, tx: AsyncConnection, entry: Entry, state: State) -> None:
        """Staff were told of an author's answer."""
        if state is State.SENT:
            await Shares(tx).forget_order(entry.key)  # its place among others is that of a press

    async def review_ended(self, tx: AsyncConnection, entry: Entry, state: State) -> None:
        """Staff could not be told: the share is its author's again."""
        if state is State.SENT:
            return
        shares = Shares(tx)
        share = await shares.get(entry.guild, entry.ids["share"])
        if share is not None and share.version == entry.ids["version"]:
            await self._given_back(tx, share, state)

    async def news_ended(self, tx: AsyncConnection, entry: Entry, _state: State) -> None:
        """An author was told that something waits, or was not: both would tell of them."""
        await Shares(tx).forget_order(entry.key)

    async def _given_back(self, tx: AsyncConnection, share: Share, state: State) -> None:
        """What could not be posted is a draft again, for a day; offered in `/share`."""
        shares = Shares(tx)
        if share.tag is None:  # cut off meanwhile: there is nobody to give it back to
            await shares.change(share.id, stage=Stage.WITHDRAWN, words=None, due=None)
            return
        until = rounded(self._clock.now()) + DRAFT_KEPT
        trouble = "unsure" if state is State.UNKNOWN else "not-posted"
        back = {"trouble": trouble, "until": until, "due": None}
        on_its_way = (Stage.POSTING, Stage.REVIEW)
        if await shares.change(share.id, *on_its_way, stage=Stage.DRAFT, **back):
            await tell(tx, share, share.version, self._clock.now())
