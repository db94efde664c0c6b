"""Messages that a proxy bot says again in another name (PluralKit and its like): both are one.

Such a bot takes what a member wrote, posts it through a webhook without its brackets, and deletes
the first. Only what somebody acted on is remembered here, for a few seconds and in memory alone.
"""

from collections import deque
from dataclasses import dataclass

from bot.ids import ChannelId, MessageId, UserId

WITHIN = 15.0  # seconds between a message and its second saying; they need one or two
REMEMBERED = 50  # messages; more are not said in so short a time in one channel


@dataclass(frozen=True, slots=True)
class Original:
    """What a member wrote, before it was said again."""

    message: MessageId
    user: UserId
    text: str
    at: float


class Proxies:
    """Finds who wrote what a webhook says."""

    def __init__(self) -> None:
        self._said: dict[ChannelId, deque[Original]] = {}
        self._again: dict[MessageId, MessageId] = {}

    def remember(self, channel: ChannelId, original: Original) -> None:
        """A member wrote this; forgotten after some seconds."""
        said = self._said.setdefault(channel, deque(maxlen=REMEMBERED))
        while said and original.at - said[0].at > WITHIN:
            said.popleft()
        said.append(original)

    def original_of(
        self, channel: ChannelId, message: MessageId, text: str, at: float
    ) -> Original | None:
        """Who wrote what a webhook just said; None where nobody did."""
        bare = text.strip()
        for original in reversed(self._said.get(channel, ())):
            if at - original.at <= WITHIN and bare and bare in original.text:
                self._again[original.message] = message
                while len(self._again) > REMEMBERED * REMEMBERED:
                    del self._again[next(iter(self._again))]
                return original
        return None

    def said_again(self, message: MessageId) -> MessageId | None:
        """The second saying of a message, where there was one: its deletion means nothing."""
        return self._again.get(message)
