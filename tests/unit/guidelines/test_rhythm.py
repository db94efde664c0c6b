"""A room is busy after silence: once, and only then."""

from bot.ids import ChannelId, UserId
from cogs.guidelines.rhythm import MESSAGES, MOST, SILENCE, SPELL, Rhythm

ROOM = ChannelId(1)


def spell(rhythm: Rhythm, start: float, *, people: int = 3, every: float = 5.0) -> list[bool]:
    """Thrice as many messages as make a spell."""
    return [
        rhythm.wakes(ROOM, UserId(number % people), start + number * every)
        for number in range(3 * MESSAGES)
    ]


def test_a_spell_after_silence_is_said_once() -> None:
    heard = spell(Rhythm(0.0), SILENCE + 1.0)
    assert heard.count(True) == 1
    assert heard.index(True) == MESSAGES - 1


def test_no_silence_is_no_waking() -> None:
    assert not any(spell(Rhythm(0.0), SILENCE - 60.0))


def test_two_people_are_a_conversation_and_no_crowd() -> None:
    assert not any(spell(Rhythm(0.0), SILENCE + 1.0, people=2))


def test_a_slow_room_is_left_alone() -> None:
    assert not any(spell(Rhythm(0.0), SILENCE + 1.0, every=SPELL / (MESSAGES - 1) + 1))


def test_every_silence_counts_anew_and_an_old_edit_counts_for_nothing() -> None:
    rhythm = Rhythm(0.0)
    assert any(spell(rhythm, SILENCE + 1.0))
    assert not rhythm.wakes(ROOM, UserId(9), 5.0)
    assert any(spell(rhythm, 10 * SILENCE))


def test_no_more_rooms_are_remembered_than_fit() -> None:
    rhythm = Rhythm(0.0)
    for number in range(2 * MOST):
        rhythm.wakes(ChannelId(number), UserId(1), 1.0)
    assert len(rhythm._pulses) == MOST  # noqa: SLF001 - memory is what is promised
