"""`deploy/nginx.conf` in a real nginx: TLS, websockets, speech as it is made, uploads as they come."""

import os
import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.client import HTTPSConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import NamedTuple

import aiohttp
import httpx
import pytest
import socketio
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

EXAMPLE = Path(__file__).parents[2] / "deploy" / "nginx.conf"
PATIENCE_S = 60.0

MAIN = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
{user}
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/bazgoo.conf;
}}
"""


class Proxy(NamedTuple):
    """A running nginx: its ports, for TLS and without, and whom to trust."""

    tls: int
    plain: int
    certificate: Path


pytestmark = pytest.mark.skipif(shutil.which("nginx") is None, reason="nginx is not installed")


def _certify(folder: Path) -> None:
    """A certificate for this machine, signed by nobody but itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "studio.example.org")])
    today = datetime.now(UTC)
    here = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    certificate = (
        x509.CertificateBuilder(
            name,
            name,
            key.public_key(),
            x509.random_serial_number(),
            today - timedelta(1),
            today + timedelta(1),
        )
        .add_extension(here, critical=False)
        .sign(key, hashes.SHA256())
    )
    (folder / "fullchain.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / "privkey.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )


@contextmanager
def nginx(folder: Path, upstream: int) -> Iterator[Proxy]:
    """An nginx that has our example and asks ``upstream``."""
    with socket.create_server(("127.0.0.1", 0)) as one, socket.create_server(("127.0.0.1", 0)) as other:
        tls, plain = one.getsockname()[1], other.getsockname()[1]
    _certify(folder)
    example = EXAMPLE.read_text("utf-8")
    for said, meant in {
        "listen [::]:80;": "",
        "listen [::]:443 ssl http2;": "",
        "listen 80;": f"listen 127.0.0.1:{plain};",
        "listen 443 ": f"listen 127.0.0.1:{tls} ",
        "/etc/ssl/studio.example.org": str(folder),
        "127.0.0.1:3001": f"127.0.0.1:{upstream}",
    }.items():
        assert said in example
        example = example.replace(said, meant)
    (folder / "bazgoo.conf").write_text(example, "utf-8")
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder, user=user))
    process = subprocess.Popen(["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")])
    try:
        _wait_for(tls, process)
        yield Proxy(tls, plain, folder / "fullchain.pem")
    finally:
        process.terminate()
        process.wait(PATIENCE_S)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    while process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
    raise AssertionError("nginx did not start")


@pytest.fixture(scope="module")
def proxied(studio, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    """The studio behind nginx."""
    with nginx(tmp_path_factory.mktemp("nginx"), studio.port) as proxy:
        yield proxy


@pytest.fixture
def client(proxied, admin) -> Iterator[httpx.Client]:
    """An admin who comes through nginx."""
    headers = {"Authorization": admin.headers["Authorization"]}
    address = f"https://127.0.0.1:{proxied.tls}"
    trusted = ssl.create_default_context(cafile=proxied.certificate)
    with httpx.Client(
        base_url=address, headers=headers, verify=trusted, trust_env=False, timeout=60
    ) as client:
        yield client


def test_without_tls_one_is_led_to_it(proxied) -> None:
    answer = httpx.get(
        f"http://127.0.0.1:{proxied.plain}/speak", headers={"Host": "studio.example.org"}, trust_env=False
    )
    assert (answer.status_code, answer.headers["Location"]) == (301, "https://studio.example.org/speak")


def test_the_studio_knows_that_it_is_asked_over_tls(client) -> None:
    answer = client.get("/api/auth/me").raise_for_status()
    assert answer.headers["Strict-Transport-Security"]


def test_metrics_are_not_for_outside(client) -> None:
    assert client.get("/metrics").status_code == 403


def test_speech_comes_through_whole(client, admin) -> None:
    asked = {"text": "سلام دنیا.", "format": "pcm", "voice": "espeak-fa"}
    assert client.post("/api/speech", json=asked).raise_for_status().content
    assert client.post("/api/speech", json=asked).content == admin.post("/api/speech", json=asked).content


@pytest.mark.parametrize("transport", ["websocket", "polling"])
async def test_live_events_come_through(proxied, client, transport) -> None:
    address = f"https://127.0.0.1:{proxied.tls}"
    token = client.headers["Authorization"].removeprefix("Bearer ")
    trusted = aiohttp.TCPConnector(ssl=ssl.create_default_context(cafile=proxied.certificate))
    async with (
        aiohttp.ClientSession(connector=trusted) as session,
        socketio.AsyncSimpleClient(http_session=session) as live,
    ):
        await live.connect(address, {"Origin": address}, auth={"token": token}, transports=[transport])
        assert live.transport == transport
        assert await live.call("subscribe:download", "no id", timeout=60) == {"ok": False, "code": "invalid"}


def test_an_upload_larger_than_nginx_takes_by_itself_is_judged_by_the_studio(client) -> None:
    noise = {"file": ("noise.tar", os.urandom(3 << 20))}
    answer = client.post("/api/datasets", data={"name": "noise", "type": "audio"}, files=noise)
    assert answer.json()["code"] == "dataset_invalid"


class Gate(BaseHTTPRequestHandler):
    """Answers the rest only when the client has the beginning, and asks for the rest only when it has that itself."""

    protocol_version = "HTTP/1.1"
    has_come = threading.Event()
    may_go_on = threading.Event()

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"1")
        assert self.may_go_on.wait(PATIENCE_S)
        self.wfile.write(b"2")

    def do_POST(self) -> None:
        assert self.rfile.read(1) == b"1"
        self.has_come.set()
        self.rfile.read(int(self.headers["Content-Length"]) - 1)
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_nothing_is_held_back_on_its_way(tmp_path) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), Gate) as upstream:
        threading.Thread(target=upstream.serve_forever, daemon=True).start()
        with nginx(tmp_path, upstream.server_port) as proxy:
            trusted = ssl.create_default_context(cafile=proxy.certificate)
            line = HTTPSConnection("127.0.0.1", proxy.tls, timeout=PATIENCE_S, context=trusted)
            line.request("GET", "/api/speech")
            answer = line.getresponse()
            assert answer.read(1) == b"1"
            Gate.may_go_on.set()
            assert answer.read() == b"2"
            line.putrequest("POST", "/api/datasets")
            line.putheader("Content-Length", "2")
            line.endheaders(b"1")
            assert Gate.has_come.wait(PATIENCE_S)
            line.send(b"2")
            assert line.getresponse().status == 204
            line.close()
        upstream.shutdown()
