"""Emergency numbers, services and directories in words: needed wherever help is shown."""

from bot.content.helplines import Country, Helplines, Line
from bot.ui.cards import plain
from bot.ui.house import Voice


def emergency(voice: Voice, country: Country) -> str:
    """The line with the emergency number; it is always the first."""
    said = voice("helpnow.emergency", number=country.emergency[0])
    return f"{said} {plain(country.emergency_note)}".strip()


def say_line(voice: Voice, line: Line) -> str:
    """One service in two short lines: who, how to reach it, when."""
    ways = [f"**{'** · **'.join(line.phone[:2])}**"] if line.phone else []
    if line.phone and line.phone_then:
        ways[0] += f" ({plain(line.phone_then)})"
    if line.text_number:
        word = f" “{line.text_keyword}”" if line.text_keyword else ""
        ways.append(voice("helpnow.text-to", number=line.text_number) + word)
    if line.whatsapp:
        ways.append(f"WhatsApp **{line.whatsapp}**")
    if line.chat:
        ways.append(voice("helpnow.chat-at", address=_shown(line.chat)))
    if not ways:
        ways.append(_shown(line.url or line.email))
    facts = [line.hours if line.hours != "see site" else voice("helpnow.hours-vary")]
    facts += [voice("helpnow.free")] if line.free else []
    facts += [plain(each) for each in (line.area, line.audience) if each]
    return f"**{plain(line.name)}** — {' · '.join(ways)}\n-# {' · '.join(facts)}"


def directories(helplines: Helplines, kind: str, voice: Voice) -> tuple[str, ...]:
    """Where to look when no country is known."""
    return tuple(
        voice("helpnow.directory", name=each.name, address=f"<{each.url}>")
        for each in helplines.international(kind)[:2]
    )


def _shown(address: str) -> str:
    return f"<{address}>" if address.startswith("http") else address
