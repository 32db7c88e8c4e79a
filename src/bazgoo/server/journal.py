"""The log: JSON lines, each with the id of the request it belongs to."""

import logging
import sys
from collections.abc import Mapping
from typing import TextIO

import structlog
from structlog.contextvars import merge_contextvars

from bazgoo.server.masking import masked


def _plain(_logger: object, _method: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """Without what uvicorn adds for terminals."""
    event.pop("color_message", None)
    return event


def _safe(
    _logger: object, _method: str, line: str | bytes | bytearray | Mapping[str, object] | tuple[object, ...]
) -> str:
    """A line without secrets; none should have come so far."""
    return masked(str(line))


def configure_logging(level: str, stream: TextIO = sys.stderr) -> None:
    """Send everything logged in this process to ``stream``, one JSON object a line."""
    shared: list[structlog.typing.Processor] = [
        merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        _plain,
    ]
    finish: list[structlog.typing.Processor] = [
        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
        structlog.processors.JSONRenderer(ensure_ascii=False),
        _safe,
    ]
    handler = logging.StreamHandler(stream)
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processors=finish))
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    for talkative in ("httpx", "httpcore"):  # they write whole addresses, with what somebody searches for
        logging.getLogger(talkative).setLevel(logging.WARNING)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
