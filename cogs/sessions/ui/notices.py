"""Notices to one person: neutral words, for a phone may lie where others see it."""

from collections.abc import Mapping
from datetime import UTC, datetime

from bot.app import SupportBot
from bot.ui.cards import Card, Control, Tone
from bot.ui.house import Voice
from bot.ui.notices import Drawing
from cogs.sessions.service import ports
from cogs.sessions.ui import public
from cogs.sessions.ui.after import after_card
from cogs.sessions.ui.saying import both, stamp

# What no permission mends.
_UNMENDED = (ports.ROOM_GONE, ports.ROOM_AGAIN, ports.ROOM_ENDED)


class Notices:
    """The drawers of what one person is told."""

    def __init__(self, bot: SupportBot) -> None:
        self._bot = bot

    def kinds(self) -> Mapping[str, Drawing]:
        """Every kind of notice and who draws it."""
        return {
            ports.REMIND: self._remind,
            ports.OFFERED: self._offered,
            ports.MOVED: self._moved,
            ports.OFF: self._off,
            ports.MEND: self._mend,
            ports.LOOK_BACK: self._look_back,
            ports.COVERED: self._covered,
            ports.PROPOSAL: self._proposal,
            ports.ENDED: self._ended,
        }

    def _past(self, at: int) -> bool:
        return at <= self._bot.clock.now().timestamp()

    def _remind(self, voice: Voice, ids: Mapping[str, int]) -> Card | None:
        if self._past(ids["start"]):
            return None
        row: tuple[Control, ...] = (public.Cannot.button(voice, ids["meeting"]),)
        body = (voice("sessions.notice-remind", when=_when(ids)),)
        return Card(voice("sessions.neutral-title"), body, (row,), tone=Tone.WARM)

    def _offered(self, voice: Voice, ids: Mapping[str, int]) -> Card | None:
        if self._past(ids["until"]):
            return None
        until = stamp(ids["until"], "t")
        body = (voice("sessions.notice-offered", until=until, when=_when(ids)),)
        return Card(voice("sessions.neutral-title"), body, (_answers(voice, ids),), tone=Tone.WARM)

    def _moved(self, voice: Voice, ids: Mapping[str, int]) -> Card | None:
        if self._past(ids["start"]):
            return None
        body = (voice("sessions.notice-moved", when=_when(ids)),)
        return Card(voice("sessions.neutral-title"), body, (_answers(voice, ids),), tone=Tone.WARM)

    def _off(self, voice: Voice, ids: Mapping[str, int]) -> Card | None:
        if self._past(ids["start"] + 24 * 3600):
            return None
        body = (voice("sessions.notice-off", when=_when(ids)),)
        return Card(voice("sessions.neutral-title"), body, tone=Tone.WARM)

    def _look_back(self, voice: Voice, ids: Mapping[str, int]) -> Card | None:
        return after_card(voice, ids["meeting"])

    def _covered(self, voice: Voice, ids: Mapping[str, int]) -> Card | None:
        if self._past(ids["start"]):
            return None
        body = (voice("sessions.notice-covered", when=_when(ids)),)
        return Card(voice("sessions.neutral-title"), body, tone=Tone.WARM)

    def _proposal(self, voice: Voice, ids: Mapping[str, int]) -> Card | None:
        became = "taken" if ids["became"] else "declined"
        body = (voice(f"sessions.proposal-{became}"),)
        return Card(voice("sessions.neutral-title"), body, tone=Tone.WARM)

    def _ended(self, voice: Voice, ids: Mapping[str, int]) -> Card | None:
        if self._past(ids["start"] + 2 * 24 * 3600):
            return None
        body = (voice("sessions.notice-ended", when=_when(ids)),)
        return Card(voice("sessions.neutral-title"), body, tone=Tone.WARM)

    def _mend(self, voice: Voice, ids: Mapping[str, int]) -> Card | None:
        why = voice(f"sessions.mend-{ids['why']}", when=_when(ids))
        if ids["why"] in _UNMENDED:
            return Card(voice("sessions.neutral-title"), (why,), tone=Tone.STAFF)
        body = (why, voice("sessions.mend-how"))
        return Card(voice("sessions.mend-title"), body, tone=Tone.STAFF)


def _when(ids: Mapping[str, int]) -> str:
    return both(datetime.fromtimestamp(ids["start"], UTC))


def _answers(voice: Voice, ids: Mapping[str, int]) -> tuple[Control, ...]:
    return (
        public.IllCome.button(voice, ids["meeting"]),
        public.Cannot.button(voice, ids["meeting"]),
    )
