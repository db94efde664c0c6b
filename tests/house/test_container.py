"""The container's files name what exists, hold no secret, and give nobody root."""

import json
import re
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.app import ROOT
from bot.config import read_config
from bot.process import alive
from bot.process.start import LAST_WORDS
from tests.fakes import START

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


def test_the_base_is_named_and_the_program_itself_hears_that_it_is_to_end() -> None:
    assert re.search(r"^FROM python:3\.11-slim-[a-z]+(@sha256:[0-9a-f]{64})?$", DOCKERFILE, re.M)
    for word in ("ENTRYPOINT", "CMD"):
        assert re.search(rf'^{word} \["', DOCKERFILE, re.M), "a shell would keep SIGTERM to itself"
    grace = re.search(r"stop_grace_period: (\d+)s", COMPOSE)
    assert grace is not None
    assert int(grace[1]) > LAST_WORDS


def test_it_comes_back_after_the_machine_was_restarted() -> None:
    assert re.search(r"^    restart: unless-stopped$", COMPOSE, re.M)


def test_its_health_is_whether_it_listens(tmp_path: Path) -> None:
    asked = re.search(r"HEALTHCHECK .*\\\n\s+CMD (\[.*\])", DOCKERFILE)
    assert asked is not None
    assert json.loads(asked[1]) == ["python", "-m", alive.__name__]
    config = read_config({"HEARTH_HOME": str(tmp_path)})
    assert not alive.listens(config, START)
    file = config.database_file
    assert file is not None
    with closing(sqlite3.connect(file, isolation_level=None)) as made:
        made.execute("CREATE TABLE moment (name, at)")
        assert not alive.listens(config, START)
        made.execute("INSERT INTO moment VALUES ('alive', ?)", (f"{START:%Y-%m-%d %H:%M:%S.%f}",))
    assert alive.listens(config, START + timedelta(minutes=2))
    assert not alive.listens(config, START + timedelta(minutes=4))


def test_no_setting_of_the_file_leads_out_of_the_volumes() -> None:
    shown = (ROOT / ".env.example").read_text(encoding="utf-8")
    assert not re.search(r"^(DATABASE_URL|HEARTH_HOME|HEARTH_EPOCHS)=", shown, re.M)


@pytest.mark.parametrize("name", ["Dockerfile", "compose.yaml", ".dockerignore"])
def test_no_host_and_no_secret_is_named(name: str) -> None:
    written = Path(ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"https?://|index-url|pypi|trusted-host|DISCORD_TOKEN|HEARTH_KEY", written)
