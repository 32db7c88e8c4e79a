"""Files → installed models: a shelf of folders, each with its manifest; bundles to carry them to other machines."""

from bazgoo.store.bundle import bundle_stream, export_bundle
from bazgoo.store.checking import check
from bazgoo.store.intake import import_bundle, import_files, import_folder
from bazgoo.store.manifest import Manifest, ModelFile
from bazgoo.store.shelf import Shelf

__all__ = [
    "Manifest",
    "ModelFile",
    "Shelf",
    "bundle_stream",
    "check",
    "export_bundle",
    "import_bundle",
    "import_files",
    "import_folder",
]
