"""`/about` and `/setup privacy`: true, in short pages, for members and for admins."""

from tests.behaviour.line_desk import card_of
from tests.behaviour.me_desk import press, said
from tests.world import World, texts_of


async def test_about_says_it_page_by_page_also_after_a_restart(world: World) -> None:
    card = card_of(await world.people["june"].slash(world.rooms["lounge"], "about"))
    assert "ops@example.org" in texts_of(card)
    pages = [texts_of(card)]
    for number in range(1, 5):
        await world.restart()
        result = await world.people["june"].click(card, custom_id=f"home:page:{number}")
        card = card_of(result)
        pages.append(texts_of(card))
    whole = "\n".join(pages)
    for told in ("Under /me you see", "holds the key", "MIT", "with the number that I showed"):
        assert told in whole
    assert "I keep none of them" not in whole
    assert max(len(each) for each in pages) < 1500
    assert "(4 of 5)" in said(await press(world, card, "home:page"))


async def test_in_a_direct_message_it_promises_nothing_for_any_community(world: World) -> None:
    june = world.users["june"]
    card = card_of(await june.slash("about"))
    assert "ops@example.org" in texts_of(card)
    for page in (1, 2):
        card = card_of(await june.click(card, custom_id=f"home:page:{page}"))
    assert "differs from community to community" in texts_of(card)
    assert "Nobody is told" not in texts_of(card)


async def test_setup_privacy_is_for_admins_and_says_what_is_so(world: World) -> None:
    told = said(await world.people["ada"].slash(world.rooms["staff"], "setup privacy"))
    for each in ("730 days", "ops@example.org", "I do not see who leaves", "privacy-policy"):
        assert each in told
