"""Cards about cases, and nothing else: what staff read, and what the person is told."""

from bot.safety.signal import Category, Level
from bot.services.case_rules import is_quiet
from bot.storage.cases import Case, CaseState
from bot.ui.cards import Card, Control, Tone
from bot.ui.house import Voice


def case_card(voice: Voice, case: Case, buttons: tuple[Control, ...], ping: str = "") -> Card:
    """The card in the staff channel: level, what about, who, where, what the bot did, who goes."""
    open_ = case.state is CaseState.OPEN
    tone = Tone.STAFF
    if open_:
        tone = Tone.URGENT if case.level == Level.IMMINENT else Tone.WARM
    title = voice("cases.title", number=case.id, level=voice(f"cases.level-{named(case.level)}"))
    body = (*facts(voice, case), standing(voice, case))
    small = voice("cases.small-report" if of_report(case) else "cases.small") if open_ else ""
    return Card(title, (*((ping,) if ping else ()), *body), (buttons,), tone=tone, small=small)


def of_report(case: Case) -> bool:
    """Whether a case is about what somebody reported, and not about a person in need."""
    return case.kind in ("report", "report_room", "appeal")


def facts(voice: Voice, case: Case) -> tuple[str, ...]:
    """Who, what about, where, and what the bot did for them."""
    about = voice(f"cases.about-{named(case.category)}")
    where = voice("cases.no-place")
    if case.place is not None:
        address = (
            f"https://discord.com/channels/{case.guild}/{case.place.channel}/{case.place.message}"
        )
        where = voice("cases.place", address=address, channel=f"<#{case.place.channel}>")
    when = f"<t:{int(case.opened_at.timestamp())}:R>"
    kind = voice(f"cases.kind-{named(case.kind)}", who=spoken_of(voice, case))
    lines = [f"{kind} {when}", where, voice(f"cases.did-{named(case.reached)}")]
    if case.person not in case.hidden:
        lines.insert(1, voice("cases.about", about=about))
    told = "\n".join(lines)
    return (told, voice("cases.quiet")) if is_quiet(case) else (told,)


def spoken_of(voice: Voice, case: Case) -> str:
    """Whom it is about."""
    return voice.several(f"<@{each}>" for each in case.about)


def standing(voice: Voice, case: Case) -> str:
    """Where the case stands, in words."""
    if case.state is CaseState.OPEN:
        return voice("cases.nobody-yet")
    owner = f"<@{case.owner}>" if case.owner else "—"
    if case.state is CaseState.CLAIMED:
        if case.company:
            others = voice.several(f"<@{each}>" for each in case.company if each != case.owner)
            return voice("cases.goes-with", owner=owner, others=others)
        return voice("cases.goes", owner=owner)
    if case.state is CaseState.FALSE_ALARM:
        return voice("cases.was-false", owner=owner)
    return voice("cases.was-resolved", owner=owner, outcome=voice(f"cases.outcome-{case.outcome}"))


def coming_card(voice: Voice, _ids: object) -> Card:
    """To the person who asked for a human: somebody has seen it."""
    return Card(voice("cases.coming-title"), (voice("cases.coming-body"),), tone=Tone.CARE)


def list_card(voice: Voice, cases: list[Case], *rows: tuple[Control, ...], shut: int = 0) -> Card:
    """The live cases, for `/cases list`: who has which, without a word about what.

    `shut` are those that no key opens: nobody can say whose they are, and that is said.
    """
    unread = (voice("cases.list-shut", count=shut),) if shut else ()
    if not cases:
        none = (voice("cases.none-body"),)
        return Card(voice("cases.none-title"), unread or none, rows, tone=Tone.STAFF)
    lines = [
        f"**{voice('cases.number', number=case.id)}** · "
        f"{voice(f'cases.level-{named(case.level)}')} · "
        f"<t:{int(case.opened_at.timestamp())}:R> · {standing(voice, case)}"
        for case in cases[:20]
    ]
    body = ("\n".join(lines), *unread)
    return Card(voice("cases.list-title"), body, rows, tone=Tone.STAFF)


def named(name: str | Level | Category) -> str:
    """A name of the database as it stands in the names of sentences."""
    return str(name).replace("_", "-")
