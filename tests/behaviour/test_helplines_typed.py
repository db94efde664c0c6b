"""What an admin may type into `/setup helplines`, and what becomes of it."""

import pytest

from tests.behaviour.line_desk import (
    FACTS,
    REACH,
    decided,
    draft,
    fill,
    has,
    helpnow,
    panel,
    press,
    shown,
)
from tests.world import World, texts_of


@pytest.mark.parametrize(
    ("form", "field", "wrong", "kind_answer"),
    [
        ("reach", "phone", "ring the bell", "three to fifteen digits"),
        ("reach", "text", "a word alone", "A number to text that I can read"),
        ("reach", "web", "javascript:alert(1)", "A whole address of the site"),
        ("reach", "name", "\u200b!", "A name of two letters"),
        ("facts", "source", "my friend said so", "The address of the page"),
        ("facts", "checked", "2099-01-01", "still to come"),
        ("facts", "country", "Atlantis", "one whose emergency number I know"),
        ("facts", "country", "aus", "more than one could be meant"),
        ("facts", "languages", "Elvish", "I did not know one"),
    ],
)
async def test_what_cannot_be_read_is_said_kindly_kept_and_not_shown(
    world: World, form: str, field: str, wrong: str, kind_answer: str
) -> None:
    card = await fill(world, await draft(world), f"lines:{form}", **{field: wrong})
    said = texts_of(card)
    assert kind_answer in said
    assert not has(card, "lines:show")
    assert getattr(decided(world).drafts[0], field) == wrong.strip("\u200b")
    await fill(world, card, f"lines:{form}", **{field: {**REACH, **FACTS}.get(field, "")})
    assert "Willow Line" not in await helpnow(world)


HOSTILE = ("@everyone <@1>", "[a](https://x.yz)", "`" * 40, "**__~~||" * 5, "\x00\u202e\ufffe")


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
async def test_hostile_text_breaks_nothing_and_acts_as_nothing(world: World, text: str) -> None:
    words = dict.fromkeys(REACH, text[:40]) | {"name": f"Willow {text}"}
    card = await fill(world, await panel(world), "lines:add", **words)
    card = await fill(world, card, "lines:facts", **dict.fromkeys(FACTS, text[:10]))
    assert "Still to do" in texts_of(card)
    assert "@everyone" not in texts_of(card)
    card = await fill(world, await draft(world), "lines:reach", name=f"Willow {text}")
    await press(world, await fill(world, card, "lines:facts", hours=text), "lines:show")
    said = await helpnow(world)
    assert "Willow" in said
    assert "@everyone" not in said
    assert " [a](https://x.yz)" not in said


@pytest.mark.parametrize("field", ["name", "web"])
async def test_five_thousand_characters_are_refused_and_the_draft_stays(
    world: World, field: str
) -> None:
    card = await draft(world)
    form = await press(world, card, "lines:reach")
    spec = form._interaction.modal  # noqa: SLF001 - a client that keeps no limit, as none should
    for each in spec["components"]:
        del each["component"]["max_length"]
    words = {**REACH, field: "9" * 5000}
    said = shown(await world.people["ada"].submit_modal(form, words))
    assert "longer than its field" in said
    assert decided(world).drafts[0].name == "Willow Line"
