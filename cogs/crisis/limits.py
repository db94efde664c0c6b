"""What a person asked of whoever goes to them: told to that one moderator, when they go."""

from bot.storage.cases import Case
from bot.ui.cards import plain
from bot.ui.house import House, Voice
from cogs.crisis.cards import of_report


async def limits_of(house: House, voice: Voice, case: Case) -> tuple[str, ...]:
    """What the person asked of whoever goes to them: topics to leave alone, and about advice."""
    if not case.person or of_report(case):
        return ()
    wishes = await house.people.wishes(case.guild, case.person)
    said: list[str] = []
    if wishes.avoid:
        said.append(voice("cases.limits-avoid", topics=plain(wishes.avoid)))
    if wishes.advice:
        said.append(voice(f"cases.limits-advice-{wishes.advice}"))
    return tuple(said)
