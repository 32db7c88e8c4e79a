"""What lies in `deploy/monitoring` speaks of what the studio really tells."""

import re
import shutil
import subprocess
from pathlib import Path

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from tests.integration.people import bearer, register

FOLDER = Path(__file__).parents[3] / "deploy/monitoring"
_METRIC = re.compile(r"\b((?:bazgoo|process)_[a-z_]+)")
_SUFFIX = re.compile(r"_(total|bucket|count|sum)$")


def _named(file: str) -> set[str]:
    """The measurements that a file speaks of."""
    return {_SUFFIX.sub("", name) for name in _METRIC.findall((FOLDER / file).read_text(encoding="utf-8"))}


async def test_the_board_and_the_alarms_name_only_what_is_measured_and_all_of_ours(
    client: httpx.AsyncClient,
) -> None:
    answer = await client.get("/metrics", headers=bearer(await register(client, "sara")))
    told = {_SUFFIX.sub("", family.name) for family in text_string_to_metric_families(answer.text)}
    board, alarms = _named("grafana.json"), _named("alerts.yml")
    assert board | alarms <= told
    assert {name for name in told if name.startswith("bazgoo_")} <= board | alarms


@pytest.mark.skipif(shutil.which("promtool") is None, reason="Prometheus is not installed on this machine")
def test_the_alarms_ring_when_they_should() -> None:
    tested = subprocess.run(
        ["promtool", "test", "rules", FOLDER / "alerts_test.yml"], capture_output=True, text=True, check=False
    )
    assert tested.returncode == 0, tested.stdout + tested.stderr
