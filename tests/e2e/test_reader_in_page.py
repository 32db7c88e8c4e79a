"""The page reads as the server reads: the same ids, sounds, places and problems."""

import csv
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from piper.phoneme_ids import DEFAULT_PHONEME_ID_MAP
from playwright.sync_api import Browser, Page

import bazgoo
from bazgoo.browser.archive import reader_archive
from bazgoo.engines.piper.config import PiperConfig
from bazgoo.engines.piper.symbols import phoneme_ids
from bazgoo.engines.starter import STARTER
from bazgoo.errors import BazgooError
from bazgoo.server.security import HEADERS
from bazgoo.speech.analysis import analyze
from bazgoo.speech.reading import has_word, read_aloud

REPOSITORY = Path(__file__).parents[2]
WEB = REPOSITORY / "web"
PACKAGE = Path(bazgoo.__file__).parent
TABLES = REPOSITORY / "tests/tables"
STARTS_WITHIN_MS = 240_000
AT_ONCE = 40

STARTER_CONFIG = STARTER.with_name(f"{STARTER.name}.json").read_text("utf-8")
STOCK_CONFIG = json.dumps(
    {
        "audio": {"sample_rate": 22050},
        "espeak": {"voice": "fa"},
        "phoneme_id_map": DEFAULT_PHONEME_ID_MAP,
        "num_symbols": 256,
        "num_speakers": 1,
    }
)
LETTERS_CONFIG = json.dumps(
    json.loads(STOCK_CONFIG)
    | {
        "phoneme_type": "text",
        "phoneme_id_map": {letter: [at] for at, letter in enumerate("_^$ ابپتسلمنوهیکدر")},
    }
)

SSML = [
    "<speak>سلام <break time='700ms'/> دنیا.</speak>",
    "<speak><prosody rate='slow' volume='loud'>آهسته بگو.</prosody> <p>بند دوم</p><p>بند سوم</p></speak>",
    "<speak>شمارهٔ <say-as interpret-as='digits'>۱۲۳۴</say-as> &amp; <sub alias='سازمان ملل'>س.م.</sub></speak>",
    "<speak><phoneme alphabet='ipa' ph='kerˈm'>کرم</phoneme> و <emphasis>کرم</emphasis> 🌹</speak>",
    "<speak><prosody rate='150%' volume='-6dB'>تند</prosody><break/>، بعد آرام.\r\nسطر دیگر</speak>",
    "<speak>سلام",
    "<p>سلام</p>",
    "<speak>نام &nbsp; ناشناخته</speak>",
    "<speak><break time='1h'/>سلام</speak>",
    "<speak></speak>",
]
ODD = [
    "", "   \n", "!!! ؟ …", "🌹🌹", "سلام 👨\u200d👩\u200d👧 دنیا 😀!", "a", "hello world", "سلام\0دنیا", "[[a]] سلام",
    "مُحَمَّد مدرّس قرآنِ کریم", "ۀ ة ي ك", "https://example.com/a?b=c و test@example.com", "x" * 500, "۱" * 60,
    "متن " * 400, "React و Kubernetes را با npm install نصب کن؛ v2.5.1 خوب است.", "کِرم خورد.",
    "ژرفناسنجشگر قلمبافچه‌ای شگفتار کنخوشیدم.", "\u200f\u200eسلام\u200c\u200c\u200cدنیا\u200d",
    "1/2/1403 ساعت 8:05، -3.5٪ و ½ لیتر", "ا\N{ARABIC SHADDA}\N{ARABIC FATHA}لله",
]  # fmt: skip
LEXICON = {"بازگو": "bɑzɡˈu", "سلام": "salˈom", "کرم": "kerˈm", "hello": "hallˈo"}


def column(file: Path, at: int) -> list[str]:
    lines = file.read_text("utf-8").splitlines()
    return [line.split("\t")[at] for line in lines if line and not line.startswith("#")]


def texts() -> list[str]:
    """What the repository has in sentences, and in rows of what is hard to read."""
    tables = [
        row["input"]
        for file in sorted(TABLES.glob("*.csv"))
        for row in csv.DictReader(file.open("r", encoding="utf-8"))
    ]
    return [
        *column(PACKAGE / "evaluation/yardstick.tsv", 1),
        *column(PACKAGE / "evaluation/written.tsv", 1),
        *column(PACKAGE / "datasets/prompts.tsv", 1),
        *tables,
        *ODD,
    ]


def asked(
    texts: Iterable[str],
    config: str = STARTER_CONFIG,
    mode: str = "formal",
    *,
    ssml: bool = False,
    lexicon: dict[str, str] | None = None,
) -> list[dict[str, Any]]:
    """Requests as the page makes them."""
    shared = {"mode": mode, "ssml": ssml, "lexicon": lexicon or {}, "voiceConfig": config}
    return [{"text": text, **shared} for text in texts]


def on_the_server(request: dict[str, Any]) -> Any:
    """The passages, or the problem, as the server has them."""
    config = PiperConfig.model_validate_json(request["voiceConfig"])
    try:
        return [
            {
                "ids": phoneme_ids(utterance, config) if has_word(utterance) else [],
                "ipa": utterance.ipa,
                "start": passage.start,
                "end": passage.end,
                "pauseS": passage.pause_s,
                "rate": passage.rate,
                "gainDb": passage.gain_db,
            }
            for passage, utterance in read_aloud(
                request["text"], request["lexicon"], mode=request["mode"], ssml=request["ssml"]
            )
        ]
    except BazgooError as error:
        return [error.code, error.message("en")]


READ = """async (requests) => {
  const texts = [];
  for (const request of requests) {
    const passages = [];
    try {
      for await (const passage of reader.read(request, new AbortController().signal)) passages.push(passage);
      texts.push(passages);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      texts.push([error.code, error.message]);
    }
  }
  return texts;
}"""


def in_the_page(page: Page, requests: list[dict[str, Any]]) -> list[Any]:
    parts = (requests[at : at + AT_ONCE] for at in range(0, len(requests), AT_ONCE))
    return [read for part in parts for read in page.evaluate(READ, part)]


def differences(page: Page, requests: list[dict[str, Any]]) -> list[tuple[str, Any, Any]]:
    """What is read otherwise in the page: the text, as the page reads it, as the server does."""
    read = zip(requests, in_the_page(page, requests), strict=True)
    return [
        (request["text"], there, here) for request, there in read if there != (here := on_the_server(request))
    ]


class Handler(SimpleHTTPRequestHandler):
    """Static files below an address of their own, under the content security policy of the studio."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix("/some/where"))

    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A static folder with the test page and the archive, nothing of the studio's server."""
    if not (WEB / "node_modules/pyodide").is_dir():
        pytest.skip("needs Pyodide in web/node_modules: run npm install there")
    folder = tmp_path_factory.mktemp("page")
    build = ["vite", "build", "--config", "src/testing/reader/vite.config.ts", "--outDir", str(folder)]
    subprocess.run(
        [sys.executable, str(WEB / "npm.py"), "exec", "--", *build], check=True, capture_output=True
    )
    (folder / "reader.zip").write_bytes(reader_archive().content)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/some/where/index.html"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="module")
def reading(browser: Browser, address: str) -> Iterator[Page]:
    """A page whose reader has started; nothing of it may come from elsewhere, or be refused by the policy."""
    page = browser.new_page()
    page.set_default_timeout(STARTS_WITHIN_MS)
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: None if "127.0.0.1" in request.url else faults.append(request.url))
    page.goto(address)
    page.evaluate("reader.ready()")
    yield page
    page.close()
    assert faults == []


def test_every_text_is_read_as_on_the_server(reading: Page) -> None:
    requests = asked(texts())
    assert len(requests) > 1_500
    assert differences(reading, requests) == []


def test_every_text_is_read_as_on_the_server_in_colloquial_and_for_a_stock_voice(reading: Page) -> None:
    assert differences(reading, asked(texts(), STOCK_CONFIG, "colloquial")) == []


def test_a_lexicon_ssml_and_a_voice_of_letters_are_obeyed_as_on_the_server(reading: Page) -> None:
    words = [
        "سلام بازگو، کرم خاکی و hello!",
        "کرمِ من بازگوی خوبی است.",
        *column(PACKAGE / "evaluation/yardstick.tsv", 1)[:20],
    ]
    assert differences(reading, asked(words, lexicon=LEXICON)) == []
    assert differences(reading, asked(SSML, ssml=True)) == []
    assert differences(reading, asked(SSML, mode="colloquial", ssml=True, lexicon=LEXICON)) == []
    assert differences(reading, asked(words, LETTERS_CONFIG)) == []


def test_how_a_text_is_read_is_told_as_the_server_tells_it(reading: Page) -> None:
    for text in [*column(PACKAGE / "evaluation/yardstick.tsv", 1)[:40], "سلام 😀 ۱۲ تومان! (hello)"]:
        request = {"text": text, "mode": "colloquial", "ssml": False, "lexicon": LEXICON}
        told = reading.evaluate("(request) => reader.analyze(request, new AbortController().signal)", request)
        assert told == analyze(text, LEXICON, mode="colloquial")


def test_a_problem_speaks_the_language_of_the_page(reading: Page) -> None:
    [[code, sentence]] = in_the_page(reading, asked(["!"]))
    assert (code, sentence) == (
        "nothing_to_speak",
        "Nothing in this text can be said aloud. Write a word or a number.",
    )


def test_who_aborts_hears_no_more_and_others_go_on(reading: Page) -> None:
    heard = reading.evaluate(
        """async (request) => {
          const leaving = new AbortController();
          const heard = [];
          try {
            for await (const passage of reader.read(request, leaving.signal)) {
              heard.push(passage.ipa);
              leaving.abort();
            }
          } catch (error) {
            heard.push(error.name);
          }
          return heard;
        }""",
        asked(["سلام. خوبی؟ بله. ممنون."])[0],
    )
    assert heard == ["salˈɑm.", "AbortError"]
    assert differences(reading, asked(["سلام. خوبی؟"])) == []


def test_a_closed_reader_ends_its_worker_and_starts_again_when_it_is_asked(reading: Page) -> None:
    [first] = reading.workers
    with first.expect_event("close"):
        waiting = reading.evaluate(
            """async (request) => {
              const next = reader.read(request, new AbortController().signal).next();
              reader.close();
              return next.catch((error) => error.name);
            }""",
            asked(["متن " * 400])[0],
        )
    assert waiting == "AbortError"
    assert differences(reading, asked(["سلام. خوبی؟"])) == []
