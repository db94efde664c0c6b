"""The container's files name what exists, hold no secret, and give nobody root."""

import re
from pathlib import Path

import pytest

from bot.app import ROOT

DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
COMPOSE = (ROOT / "compose.yaml").read_text(encoding="utf-8")
IGNORED = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
COPIED = re.findall(r"^COPY (\S+) \S+$", DOCKERFILE, re.MULTILINE)
HOME, EPOCHS = "/var/lib/hearth", "/var/lib/hearth-epochs"


def test_what_is_copied_exists_and_is_all_that_the_program_reads() -> None:
    assert len(COPIED) == DOCKERFILE.count("\nCOPY ")
    assert set(COPIED) >= {"bot", "cogs", "data", "requirements.lock"}
    assert all((ROOT / name).exists() for name in COPIED)


def test_nothing_else_can_reach_the_image() -> None:
    assert "*" in IGNORED
    assert {line[1:] for line in IGNORED if line.startswith("!")} == set(COPIED)


def test_it_runs_as_an_account_without_rights() -> None:
    user = re.findall(r"^USER (\S+)$", DOCKERFILE, re.MULTILINE)
    assert user == ["hearth"]
    assert DOCKERFILE.index("USER hearth") < DOCKERFILE.index("ENTRYPOINT")
    assert "no-new-privileges:true" in COMPOSE
    assert re.search(r"cap_drop:\n\s+- ALL", COMPOSE)


def test_keys_that_have_to_die_lie_on_a_volume_of_their_own() -> None:
    mounted = dict(re.findall(r"- (\w+):(/\S+)", COMPOSE))
    assert mounted == {"home": HOME, "epochs": EPOCHS}
    assert set(re.findall(r"^  (\w+):$", COMPOSE[COMPOSE.index("\nvolumes:") :], re.MULTILINE)) == {
        "home",
        "epochs",
    }
    for written in (DOCKERFILE, COMPOSE):
        assert re.search(rf"HEARTH_HOME[:=]\s*{HOME}\b", written)
        assert re.search(rf"HEARTH_EPOCHS[:=]\s*{EPOCHS}\b", written)
    assert f"install -d -m 0700 -o hearth -g hearth {HOME} {EPOCHS}" in DOCKERFILE


@pytest.mark.parametrize("name", ["Dockerfile", "compose.yaml", ".dockerignore"])
def test_no_host_and_no_secret_is_named(name: str) -> None:
    written = Path(ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"https?://|index-url|pypi|trusted-host|DISCORD_TOKEN|HEARTH_KEY", written)
