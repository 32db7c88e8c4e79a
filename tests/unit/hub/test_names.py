"""No name of a repository leads out of its folder or is special to a system."""

from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bazgoo.errors import FileNameUnsafe
from bazgoo.hub.names import local_name, local_names


@pytest.mark.parametrize(
    "path",
    [
        "../x",
        "a/../../x",
        "/etc/passwd",
        "a//b",
        "",
        ".",
        "a/",
        "a/\0",
        ".parts/lock",
        ".Parts/lock",
        "a/" + "ب" * 130,
    ],
)
def test_a_name_that_leads_out_or_is_too_long_is_refused(path: str) -> None:
    with pytest.raises(FileNameUnsafe):
        local_name("a/b", path)


@pytest.mark.parametrize(
    "path,name",
    [
        ("farsi/epoch=2369-step=1474030.ckpt", "farsi/epoch=2369-step=1474030.ckpt"),
        ("fa/با فاصله.txt", "fa/با فاصله.txt"),
        ("aux.json", "%61ux.json"),
        ("x/CON", "x/%43ON"),
        ("C:/x", "C%3A/x"),
        ("a\\..\\b", "a%5C..%5Cb"),
        ("end.", "end%2E"),
        ("end ", "end%20"),
        ("50%20off", "50%2520off"),
        ("100%", "100%"),
    ],
)
def test_an_odd_name_is_kept_or_coded(path: str, name: str) -> None:
    assert local_name("a/b", path) == name


def test_names_that_differ_in_case_alone_stay_apart() -> None:
    names = local_names("a/b", ["x/README.md", "x/readme.md", "y"])
    assert len({name.casefold() for name in names.values()}) == 3


segments = st.text(st.characters(blacklist_categories=["Cs"]), min_size=1, max_size=8)


@given(st.lists(st.lists(segments, min_size=1, max_size=3).map("/".join), unique=True, max_size=6))
def test_whatever_the_names_they_stay_inside_and_apart(paths: list[str]) -> None:
    try:
        names = local_names("a/b", paths)
    except FileNameUnsafe:
        return
    assert len(set(names.values())) == len(paths)
    root = Path("/top/folder")
    for name in names.values():
        assert (root / name).resolve().is_relative_to(root)
        windows = PureWindowsPath(name)
        assert not windows.drive and not windows.root and ".." not in windows.parts
