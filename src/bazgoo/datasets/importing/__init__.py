"""Whatever people come with → records: archives, folders, tables, one long recording with its script."""

from bazgoo.datasets.importing.bringing import import_path
from bazgoo.datasets.importing.report import REASONS, ImportReport, Rejection

__all__ = ["REASONS", "ImportReport", "Rejection", "import_path"]
