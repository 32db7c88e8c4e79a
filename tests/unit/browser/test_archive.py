import ast
import sys
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import pytest

from bazgoo.browser.archive import reader_archive

FROM_THE_PAGE = {"inpage", "js", "pyodide"} | sys.stdlib_module_names
NOT_THERE = {"ctypes", "ssl", "sqlite3", "multiprocessing", "subprocess"}


@pytest.fixture(scope="module")
def archive() -> Iterator[ZipFile]:
    with ZipFile(BytesIO(reader_archive().content)) as archive:
        yield archive


def test_the_same_files_make_the_same_archive() -> None:
    made = reader_archive()
    assert reader_archive.__wrapped__() == made


def test_its_files_lie_in_order_and_are_of_no_time(archive: ZipFile) -> None:
    assert archive.namelist() == sorted(archive.namelist())
    assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_it_imports_nothing_that_a_page_has_not(archive: ZipFile) -> None:
    modules = {_module(name): archive.read(name) for name in archive.namelist() if name.endswith(".py")}
    ours = modules.keys() | {name.rpartition(".")[0] for name in modules}
    for name, source in modules.items():
        for imported in _imports(ast.parse(source)):
            root = imported.partition(".")[0]
            assert root not in NOT_THERE, (name, imported)
            assert root in FROM_THE_PAGE or _has(ours, imported), (name, imported)


def _has(ours: set[str], imported: str) -> bool:
    """A module, or a name of one."""
    return imported in ours or imported.rpartition(".")[0] in ours


def _module(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _imports(tree: ast.Module) -> Iterator[str]:
    """What is imported when the module runs: nothing that is only for the checker of types."""
    for node in tree.body:
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.module is not None
            yield from (f"{node.module}.{name.name}" for name in node.names)
