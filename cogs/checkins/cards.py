"""What a check-in looks like: the card for everybody, the card for one, the closing card."""

from bot.content.prompts import Scale
from bot.ui.cards import Card, Control, Tone, plain
from bot.ui.house import House, Voice
from cogs.checkins.decks import CheckInSettings, text_of
from cogs.checkins.domain import FEWEST, LEVELS, RATHER_NOT, Answer
from cogs.checkins.store import OWN, CheckIn

Rows = tuple[tuple[Control, ...], ...]
SCALE = "mood-plain"


def prompt_card(house: House, voice: Voice, checkin: CheckIn, rows: Rows) -> Card:
    """PUBLIC: one question, five worded answers, and a way to say nothing."""
    scale = scale_of(house)
    if not checkin.is_open:
        key = "checkins.closed" if checkin.cells else "checkins.closed-few"
        return Card(voice("checkins.title"), (prompt_of(house, checkin), voice(key, few=FEWEST)))
    ends = f"<t:{int(checkin.closes_at.timestamp())}:R>"
    return Card(
        voice("checkins.title"),
        (prompt_of(house, checkin), f"{scale.ask} {scale.note}"),
        rows,
        tone=Tone.WARM,
        small=voice("checkins.small", ends=ends, few=FEWEST),
    )


def own_card(house: House, voice: Voice, rows: Rows) -> Card:
    """For one person: the same five answers, of which nothing is counted."""
    body = (scale_of(house).ask, voice("checkins.own-body"))
    return Card(voice("checkins.own-title"), body, rows, tone=Tone.WARM)


def answered_card(house: House, voice: Voice, checkin: CheckIn, mine: Answer, *, kept: int) -> Card:
    """For one person: what they said, and who knows; `kept`: for how many days, if they keep it."""
    said = said_of(house, mine)
    if mine.level == RATHER_NOT:
        title, body = voice("checkins.passed"), [voice("checkins.passed-body")]
    elif said:
        title, body = voice("checkins.thanks", answer=said), []
    else:
        title, body = voice("checkins.heard"), []
    if mine.words:
        body.append(voice("checkins.your-words", words=quoted(mine.words)))
    ends = f"<t:{int(checkin.closes_at.timestamp())}:R>"
    own = checkin.schedule == OWN
    body.append(voice("checkins.until-own" if own else "checkins.until", ends=ends))
    if kept:
        body.append(voice("checkins.kept", days=kept))
    if mine.level in LEVELS[-2:]:
        body.append(voice("checkins.heavy"))
    return Card(title, tuple(body), tone=Tone.CARE, small=voice("checkins.only-you"))


def closing_card(house: House, voice: Voice, checkin: CheckIn, said: str) -> Card:
    """PUBLIC: at most three counts, none of fewer than five people."""
    body = (prompt_of(house, checkin), said)
    return Card(voice("checkins.closing-title"), body, small=voice("checkins.closing-small"))


def words_back(voice: Voice, key: str, words: str) -> Card:
    """Words that could not be kept are given back to whoever wrote them."""
    return Card(voice("checkins.not-kept"), (voice(key), quoted(words)), tone=Tone.CARE)


def scale_of(house: House) -> Scale:
    """The five worded answers."""
    scales = house.content.prompts.scale
    return next((each for each in scales if each.id == SCALE), scales[0])


def label_of(house: House, level: int) -> str:
    """What an answer is called."""
    return next((each.label for each in scale_of(house).levels if each.value == level), "")


def said_of(house: House, mine: Answer) -> str:
    """The answer in its word, empty where there is none."""
    return label_of(house, mine.level) if mine.level in LEVELS else ""


def prompt_of(house: House, checkin: CheckIn) -> str:
    """The question of a check-in; where its deck was empty, the scale's own."""
    own = house.settings.of(checkin.guild, CheckInSettings)
    found = text_of(house.content.prompts, own, checkin.card)
    return f"**{plain(found)}**" if found is not None else f"**{scale_of(house).title}**"


def quoted(words: str) -> str:
    """Somebody's words, on a card: shown as they are, acting as nothing."""
    return "\n".join(f"> {line}" for line in plain(words).splitlines())
