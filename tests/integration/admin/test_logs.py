"""The logs as an admin reads them, written by a process of their own."""

import subprocess
import sys

import pytest

LOGS = "/api/admin/logs"
WRITE = """
import logging, sys
from pathlib import Path
import structlog
from bazgoo.server import logfile
from bazgoo.settings import Settings

logfile.FILE_BYTES = 4000
logfile.log_to(Settings(data_dir=Path(sys.argv[1])), "studio.log", quiet=True)
for number in range(60):
    logging.getLogger("bazgoo.some").info("number %s", number)
logging.getLogger("bazgoo.some").warning("a warning")
try:
    1 / 0
except ZeroDivisionError:
    logging.getLogger("bazgoo.some").exception("it failed")
with structlog.contextvars.bound_contextvars(request_id="abc"):
    structlog.stdlib.get_logger("bazgoo.access").info("request", route="/api/voices", status=200)
"""


@pytest.fixture
def written(settings) -> None:
    subprocess.run([sys.executable, "-c", WRITE, str(settings.data_dir)], check=True, timeout=120)
    with (settings.data_dir / "logs" / "studio.log").open("ab") as log:
        log.write(b'{"half a li')


async def test_the_last_lines_come_first(client, sara, written) -> None:
    lines = (await client.get(f"{LOGS}?limit=4", headers=sara)).json()["items"]
    assert [line["event"] for line in lines] == ["request", "it failed", "a warning", "number 59"]
    first = lines[0]
    assert (first["request_id"], first["logger"], first["level"]) == ("abc", "bazgoo.access", "info")
    assert first["fields"] == {"route": "/api/voices", "status": 200}
    assert "ZeroDivisionError" in lines[1]["fields"]["exception"]


async def test_a_level_is_that_and_worse(client, sara, written) -> None:
    lines = (await client.get(f"{LOGS}?level=warning", headers=sara)).json()["items"]
    assert [line["level"] for line in lines] == ["error", "warning"]


async def test_files_that_were_put_aside_are_read_too(client, sara, written, settings) -> None:
    assert (settings.data_dir / "logs" / "studio.log.1").exists()
    lines = (await client.get(f"{LOGS}?level=info&limit=500", headers=sara)).json()["items"]
    numbers = [line["event"] for line in lines if line["event"].startswith("number")]
    assert numbers == [f"number {number}" for number in range(59, 59 - len(numbers), -1)]
    assert len(numbers) > 30


async def test_no_log_is_an_empty_one(client, sara) -> None:
    assert (await client.get(f"{LOGS}?source=worker", headers=sara)).json() == {
        "items": [],
        "next_cursor": None,
    }


@pytest.mark.parametrize("asked", ["source=../../jwt_secret", "level=all", "limit=0", "limit=501"])
async def test_only_logs_can_be_asked_for(client, sara, asked) -> None:
    assert (await client.get(f"{LOGS}?{asked}", headers=sara)).status_code == 422


async def test_nobody_else_reads_them(client, sara, reza, written) -> None:
    assert (await client.get(LOGS, headers=reza)).json()["code"] == "admin_only"
    assert (await client.get(LOGS)).status_code == 401
