"""What the bot may do for somebody: the same switches wherever a person meets them."""

from collections.abc import Callable

from bot.services.people import Wishes
from bot.ui.cards import Control
from bot.ui.house import Voice

# In the order of the buttons, by the wish that keeps each. All are off until chosen.
ALLOWED = ("prompts", "direct_messages", "staff_contact", "concern_alerts")


def switch_lines(voice: Voice, wishes: Wishes) -> str:
    """What is on and what is off, a line each."""
    lines: list[str] = []
    for wish in ALLOWED:
        key = "guidelines.may-on" if getattr(wishes, wish) else "guidelines.may-off"
        lines.append(voice(key, what=voice(f"guidelines.may-{wish.replace('_', '-')}")))
    return "\n".join(lines)


def switch_row(
    voice: Voice, wishes: Wishes, button: Callable[[int, int, str], Control]
) -> tuple[Control, ...]:
    """A button for each: `button` makes it from its place, what it changes to, and its label."""
    made: list[Control] = []
    for place, wish in enumerate(ALLOWED):
        allowed = bool(getattr(wishes, wish))
        key = "guidelines.turn-off" if allowed else "guidelines.turn-on"
        label = voice(key, what=voice(f"guidelines.button-{wish.replace('_', '-')}"))
        made.append(button(place, int(not allowed), label))
    return tuple(made)


def switched(which: int, allowed: int) -> dict[str, bool] | None:
    """What a press changes; None: there is no such switch."""
    return {ALLOWED[which]: bool(allowed)} if which < len(ALLOWED) else None
