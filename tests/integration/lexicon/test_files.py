"""Lexicons as files: out, in, and what is refused of them."""

import pytest

from tests.integration.people import bearer, register

IMPORT = "/api/lexicon/import"


@pytest.fixture
async def sara(client) -> dict[str, str]:
    return bearer(await register(client, "sara"))


async def exported(client, who) -> str:
    answer = await client.get("/api/lexicon/export", headers=who)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/tab-separated-values; charset=utf-8"
    assert "lexicon.tsv" in answer.headers["Content-Disposition"]
    return answer.text


async def test_what_goes_out_comes_in_again(client, sara) -> None:
    assert await exported(client, sara) == "word\tipa\tspoken\n"
    await client.put("/api/lexicon/کرم", json={"spoken": "کِرِم"}, headers=sara)
    await client.put("/api/lexicon/گلناز", json={"ipa": "ɡolenɑz"}, headers=sara)
    file = await exported(client, sara)
    assert sorted(file.splitlines()) == ["word\tipa\tspoken", "کرم\tkˈerem\tکِرِم", "گلناز\tɡolenˈɑz\t"]
    other = bearer(await register(client, "omid"))
    came = await client.post(IMPORT, content=file.encode(), headers=other)
    assert (came.status_code, came.json()) == (200, {"added": 2, "replaced": 0})
    assert await exported(client, other) == file
    again = await client.post(IMPORT, files={"file": ("lexicon.tsv", file.encode())}, headers=other)
    assert again.json() == {"added": 0, "replaced": 2}


@pytest.mark.parametrize(
    "content",
    [
        "کرم,,کِرِم\nگلناز,ɡolenɑz\n",
        "\ufeffspoken;word;ipa\r\nکِرِم;کرم;\r\n;گلناز;ɡolenɑz\r\n",
        "# از خودم\n\nword\tipa\tspoken\nکرم\t\tکِرِم\nگلناز\tɡolenɑz",
    ],
)
async def test_commas_semicolons_tabs_headings_and_remarks_are_understood(client, sara, content) -> None:
    came = await client.post(IMPORT, content=content.encode(), headers=sara)
    assert came.json() == {"added": 2, "replaced": 0}
    assert "کرم\tkˈerem" in await exported(client, sara)


async def test_each_refused_line_is_told_and_nothing_is_kept(client, sara) -> None:
    content = "کرم\tkˈerem\nدو کلمه\ta\nسلام\t☃\nکرم\tkaram\nخوب\t\tخوب\n"
    refused = await client.post(IMPORT, content=content.encode(), headers=sara | {"Accept-Language": "en"})
    problem = refused.json()
    assert (refused.status_code, problem["code"]) == (422, "lexicon_file_invalid")
    assert [error["loc"] for error in problem["errors"]] == [["line", 2], ["line", 3], ["line", 4]]
    assert "single word" in problem["errors"][0]["msg"]
    assert "line 2" in problem["detail"]
    assert await exported(client, sara) == "word\tipa\tspoken\n"


@pytest.mark.parametrize(
    ("content", "line"),
    [(b"", 1), (b"word\tipa\n", 1), ("کرم\ta\n".encode() + b"\xff\xfe\n", 2), (b"\0,\0", 1)],
)
async def test_a_file_without_words_or_in_another_encoding_is_refused(client, sara, content, line) -> None:
    refused = await client.post(IMPORT, content=content, headers=sara)
    assert (refused.status_code, refused.json()["code"]) == (422, "lexicon_file_invalid")
    assert refused.json()["errors"][0]["loc"] == ["line", line]


async def test_a_file_has_a_bound(client, sara) -> None:
    word = "".join
    many = "\n".join(f"{word(chr(0x0628 + int(digit)) for digit in str(n))}\ta" for n in range(10_001))
    assert len(many.encode()) < 2**20
    refused = await client.post(IMPORT, content=many.encode(), headers=sara)
    assert (refused.status_code, refused.json()["code"]) == (422, "lexicon_file_invalid")
    large = await client.post(IMPORT, content=b"#" * (2**20 + 1), headers=sara)
    assert (large.status_code, large.json()["code"]) == (413, "body_too_large")
    whole = many.rpartition("\n")[0]
    assert (await client.post(IMPORT, content=whole.encode(), headers=sara)).json()["added"] == 10_000


@pytest.mark.parametrize("form", [{"other": ("a.tsv", b"x")}, {"file": (None, b"x")}])
async def test_a_form_without_the_file_is_refused(client, sara, form) -> None:
    refused = await client.post(IMPORT, files=form, headers=sara)
    assert (refused.status_code, refused.json()["code"]) == (422, "invalid_request")
