"""The walk that a newcomer to this program takes, from the first message to the next morning."""

import base64
from pathlib import Path

from tests.world import World, button, texts_of

WORDS = "i want to end it tonight"


async def test_the_whole_walk(world: World) -> None:
    noor, mira = world.people["june"], world.people["mara"]
    lounge, staff, welcome = (world.rooms[name] for name in ("lounge", "staff", "welcome"))
    panel = welcome.last_message
    about = await world.people["sol"].click(panel, custom_id=button(panel, "home:about"))
    assert about.ephemeral

    await noor.send(lounge, WORDS)
    line = lounge.last_message
    opened = await noor.click(line, custom_id=button(line, "more:open"))
    assert opened.ephemeral
    assert "999" in texts_of(opened.response.message)

    card = staff.last_message
    assert f"<@{noor.id}>" in texts_of(card)
    taken = await mira.click(card, custom_id=button(card, "cases:go"))
    assert taken.ephemeral
    assert f"<@{mira.id}> is going" in texts_of(staff.last_message)

    await world.later(24 * 3600)
    await world.restart()

    private, theirs = opened.response, taken.response
    for who, place, address in (
        (noor, lambda: private.message, "more:ways"),
        (noor, lambda: private.message, "more:back"),
        (noor, lambda: private.message, "more:ground"),
        (mira, lambda: theirs.message, "cases:back"),
        (mira, lambda: staff.last_message, "cases:go"),
        (mira, lambda: staff.last_message, "cases:look"),
        (mira, lambda: staff.last_message, "cases:false"),
        (noor, lambda: panel, "helpnow:open"),
        (noor, lambda: panel, "home:about"),
    ):
        message = place()
        result = await who.click(message, custom_id=button(message, address))
        assert result.acknowledged, address
    assert "false alarm" in texts_of(staff.last_message)


async def test_a_stolen_file_shows_no_person_and_no_word(world: World) -> None:
    people = [world.people[name].id for name in ("june", "sol", "mara")]
    for day in range(5):
        for name in ("june", "sol"):
            await world.people[name].send(
                world.rooms["lounge"], f"zebracrossing{day} and marmalade. {WORDS}"
            )
            line = world.rooms["lounge"].last_message
            opened = await world.people[name].click(line, custom_id=button(line, "more:open"))
            shown = opened.response
            await world.people[name].click(
                shown.message, custom_id=button(shown.message, "more:human")
            )
            await world.people[name].click(
                shown.message, custom_id=button(shown.message, "more:ask")
            )
        card = world.rooms["staff"].last_message
        await world.people["mara"].click(card, custom_id=button(card, "cases:look"))
        await world.people["mara"].click(card, custom_id=button(card, "cases:false"))
        await world.later(8 * 3600)
    form_panel = world.rooms["welcome"].last_message
    numbers = await world.people["june"].click(
        form_panel, custom_id=button(form_panel, "helpnow:open")
    )
    shown = numbers.response.message
    form = await world.people["june"].click(shown, custom_id=button(shown, "helpnow:country"))
    await world.people["june"].submit_modal(form, {"country": "Iceland"})
    assert not traces(world.config.home, people, ["zebracrossing", "marmalade", "end it tonight"])


def test_the_search_itself_finds_what_is_there(tmp_path: Path) -> None:
    number = 1456074443980800016
    hidden = {
        "decimal": str(number).encode(),
        "hex": f"{number:x}".encode(),
        "big": number.to_bytes(8, "big"),
        "little": number.to_bytes(8, "little"),
        "base64": base64.b64encode(str(number).encode()),
        "word": "Marmalade".encode("utf-16-le"),
    }
    for name, found in hidden.items():
        folder = tmp_path / name
        folder.mkdir()
        (folder / "file").write_bytes(b"\x00" * 9 + found + b"\xff" * 9)
        assert traces(folder, [number], ["marmalade"]), name
    assert not traces(tmp_path / "nothing", [number], ["marmalade"])


def traces(folder: Path, people: list[int], words: list[str]) -> list[str]:
    """Where a file of a folder names a person or holds a word, in any usual encoding."""
    found: list[str] = []
    for path in folder.rglob("*"):
        if not path.is_file():
            continue
        raw = path.read_bytes()
        low = raw.lower()
        for number in people:
            forms = (
                str(number).encode(),
                f"{number:x}".encode(),
                number.to_bytes(8, "big"),
                number.to_bytes(8, "little"),
                base64.b64encode(str(number).encode()).rstrip(b"="),
                base64.b64encode(number.to_bytes(8, "big")).rstrip(b"="),
            )
            found += [f"{path.name}: {number}" for form in forms if form in raw or form in low]
        for word in words:
            forms = (word.encode(), word.encode("utf-16-le"), base64.b64encode(word.encode())[:-4])
            found += [f"{path.name}: {word}" for form in forms if form and form in low]
    return found
