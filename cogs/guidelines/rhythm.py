"""When a channel wakes up after a silence: counted in memory, a few numbers a channel, no words."""

from dataclasses import dataclass, field

from bot.ids import ChannelId, UserId

# Seconds. A room that slept for half an hour and then has a dozen messages of three people in ten
# minutes is where newcomers and old hands meet, and where a shared line helps most (product 4.4).
SILENCE, SPELL = 30 * 60, 10 * 60
MESSAGES, PEOPLE = 12, 3
MOST = 5000  # channels and threads that are remembered; the oldest goes first


@dataclass(slots=True)
class _Pulse:
    last: float
    start: float = 0.0
    count: int = 0
    waking: bool = False
    people: set[UserId] = field(default_factory=set[UserId])


class Rhythm:
    """Hears who wrote where and when, and says once when a room has become busy after silence."""

    def __init__(self, born: float) -> None:
        # What was before the start is unknown: silence is counted from then on.
        self._born = born
        self._pulses: dict[ChannelId, _Pulse] = {}

    def wakes(self, channel: ChannelId, person: UserId, at: float) -> bool:
        """Whether this message (at so many seconds) makes a busy spell after silence."""
        pulse = self._pulses.get(channel)
        if pulse is None:
            if len(self._pulses) >= MOST:
                del self._pulses[next(iter(self._pulses))]
            pulse = self._pulses[channel] = _Pulse(self._born)
        silent = at - pulse.last
        if silent < 0:  # an edit of something older, or read late
            return False
        pulse.last = at
        if silent >= SILENCE:
            pulse.start, pulse.count, pulse.waking = at, 0, True
            pulse.people.clear()
        if not pulse.waking:
            return False
        pulse.count += 1
        if len(pulse.people) < PEOPLE:
            pulse.people.add(person)
        busy = pulse.count >= MESSAGES and len(pulse.people) >= PEOPLE
        pulse.waking = not busy and at - pulse.start <= SPELL
        return busy and at - pulse.start <= SPELL
