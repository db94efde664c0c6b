"""So many shares an hour: in memory to the minute, and after a restart by the epoch's tag."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from cogs.sharing.domain import REPLIES_AN_HOUR, SHARES_AN_HOUR, TooMany, rounded
from cogs.sharing.sealing import Author
from cogs.sharing.store import Share, Stage

HOUR = timedelta(hours=1)


class Hourly:
    """Counts what somebody posted lately. What it remembers of people ends with the process."""

    def __init__(self) -> None:
        self._lately: dict[tuple[Author, bool], list[datetime]] = {}

    def count(self, author: Author, share: Share, own: Iterable[Share], now: datetime) -> None:
        """Count one more share or reply.

        Args:
            author: who posts.
            share: what they post.
            own: everything of theirs that is kept.
            now: the moment.

        Raises:
            TooMany: there may be no more this hour.
        """
        is_reply = share.root is not None
        for key, times in list(self._lately.items()):
            self._lately[key] = [at for at in times if now - at < HOUR]
            if not self._lately[key]:
                del self._lately[key]
        lately = self._lately.setdefault((author, is_reply), [])
        kept = [each for each in own if _counts(each, now) and (each.root is not None) is is_reply]
        most = REPLIES_AN_HOUR if is_reply else SHARES_AN_HOUR
        if max(len(kept), len(lately)) >= most:
            raise TooMany(most=most)
        lately.append(now)


def _counts(share: Share, now: datetime) -> bool:
    return share.edits is None and share.stage is not Stage.DRAFT and share.at >= rounded(now)
