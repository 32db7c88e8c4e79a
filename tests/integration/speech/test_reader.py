"""`GET /api/reader`: the text front end, for a page to run."""

from io import BytesIO
from zipfile import ZipFile

import httpx

from bazgoo.speech import open_speaker


def test_anybody_gets_the_reader_and_gets_it_once(serve) -> None:
    client: httpx.Client = serve(open_speaker(None), public_speech=False)
    answer = client.get("/api/reader")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/zip")
    assert answer.headers["cache-control"] == "no-cache"
    with ZipFile(BytesIO(answer.content)) as archive:
        assert archive.testzip() is None
        assert {"bazgoo/browser/page.py", "espeak-ng-data/fa_dict"} <= set(archive.namelist())
    tag = answer.headers["etag"]
    known = client.get("/api/reader", headers={"If-None-Match": tag})
    assert (known.status_code, known.content, known.headers["etag"]) == (304, b"", tag)
    other = client.get("/api/reader", headers={"If-None-Match": '"another"'})
    assert other.content == answer.content
    asked = client.head("/api/reader")
    assert (asked.headers["content-length"], asked.content) == (str(len(answer.content)), b"")
