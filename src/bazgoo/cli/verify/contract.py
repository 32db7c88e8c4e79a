"""What the outside relies on: tables with their keys and indexes, and every endpoint."""

from dataclasses import dataclass
from typing import Any, Literal

POOL = 20
"""Connections that each web process may have."""

COLUMNS = {
    "users": "id email username password_hash role created_at updated_at",
    "models": "id name type repo_id size_mb status download_progress file_path metadata created_at updated_at",
    "training_jobs": "id user_id model_id status progress config metrics error_message started_at completed_at"
    " created_at",
    "datasets": "id user_id name type file_path size_mb record_count metadata created_at",
    "download_queue": "id model_id user_id status progress bytes_downloaded bytes_total current_file error_message"
    " started_at completed_at created_at",
    "user_settings": "id user_id huggingface_token huggingface_api_url auto_download max_concurrent_downloads"
    " settings_json updated_at",
    "checkpoints": "id training_job_id epoch step loss accuracy file_path metadata created_at",
}
"""The tables that carry the state, and their columns."""

FOREIGN_KEYS = (
    ("training_jobs", "user_id", "CASCADE"),
    ("training_jobs", "model_id", "SET NULL"),
    ("datasets", "user_id", "CASCADE"),
    ("download_queue", "model_id", "SET NULL"),
    ("download_queue", "user_id", "CASCADE"),
    ("user_settings", "user_id", "CASCADE"),
    ("checkpoints", "training_job_id", "CASCADE"),
)
"""What happens to a row when what it names goes."""

INDEXES = (
    "idx_models_type",
    "idx_models_status",
    "idx_training_jobs_user_id",
    "idx_training_jobs_status",
    "idx_download_queue_status",
    "idx_datasets_user_id",
    "idx_checkpoints_training_job_id",
)

TOUCHED = ("users", "models", "user_settings")
"""Tables whose `updated_at` a trigger keeps."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One operation, a harmless question to it, and what an account that has nothing yet is answered."""

    method: Literal["GET", "POST", "PUT", "PATCH", "DELETE"]
    path: str
    answers: tuple[int, ...] = (200,)
    json: Any = None
    query: str = ""
    who: Literal["anybody", "user", "admin"] = "user"
    """Who may ask; others are refused: visitors by 401, a user where only an admin may by 403."""
    speaks: bool = False
    """Whether anybody may ask it where `BAZGOO_PUBLIC_SPEECH` is set."""


_HUB = (200, 404, 502)
"""What the Hub answers, or that it is out of reach."""
_SETTINGS, _TOKEN = "/api/settings", "/api/settings/huggingface"
_DOWNLOAD, _DATASET, _JOB = (
    "/api/sources/download/{download_id}",
    "/api/datasets/{dataset_id}",
    "/api/training/{job_id}",
)

ENDPOINTS = (
    Endpoint("POST", "/api/auth/register", (422,), {}, who="anybody"),
    Endpoint("POST", "/api/auth/login", (422,), {}, who="anybody"),
    Endpoint("POST", "/api/auth/refresh", (401,), {"refresh_token": "x"}, who="anybody"),
    Endpoint("POST", "/api/auth/logout", (204,)),
    Endpoint("GET", "/api/auth/me"),
    Endpoint("GET", "/api/auth/keys"),
    Endpoint("POST", "/api/auth/keys", (422,), {}),
    Endpoint("DELETE", "/api/auth/keys/{key_id}", (204, 404)),
    Endpoint("GET", "/api/users", who="admin"),
    Endpoint("PATCH", "/api/users/{user_id}", (404,), {}, who="admin"),
    Endpoint("GET", "/api/admin/settings", who="admin"),
    Endpoint("PATCH", "/api/admin/settings", (200, 422), {}, who="admin"),
    Endpoint("GET", "/api/sources/search", (200, 429, 502), query="?q=persian+tts", who="anybody"),
    Endpoint("GET", "/api/sources/model/{owner}/{name}", (*_HUB, 429), who="anybody"),
    Endpoint("POST", "/api/sources/download", (422,), {}),
    Endpoint("GET", "/api/sources/downloads"),
    Endpoint("GET", _DOWNLOAD, (404,)),
    Endpoint("POST", f"{_DOWNLOAD}/pause", (404,)),
    Endpoint("POST", f"{_DOWNLOAD}/resume", (404,)),
    Endpoint("DELETE", _DOWNLOAD, (404,)),
    Endpoint("GET", "/api/sources/installed"),
    Endpoint("DELETE", "/api/sources/installed/{model_id}", (404,)),
    Endpoint("POST", "/api/sources/import", (422,)),
    Endpoint("POST", "/api/sources/validate-token", (422,), {}, who="anybody"),
    Endpoint("GET", "/api/voices", speaks=True),
    Endpoint("POST", "/api/speech", (422,), {"text": " "}, speaks=True),
    Endpoint("POST", "/api/text/analyze", (200,), {"text": "سلام"}, speaks=True),
    Endpoint("GET", "/api/lexicon"),
    Endpoint("GET", "/api/lexicon/{word}", (404,)),
    Endpoint("PUT", "/api/lexicon/{word}", (422,), {}),
    Endpoint("DELETE", "/api/lexicon/{word}", (204, 404)),
    Endpoint("POST", "/v1/audio/speech", (400, 422), {}, speaks=True),
    Endpoint("GET", "/v1/models", speaks=True),
    Endpoint("GET", "/v1/audio/voices", speaks=True),
    Endpoint("POST", "/api/datasets", (422,)),
    Endpoint("GET", "/api/datasets"),
    Endpoint("GET", _DATASET, (404,)),
    Endpoint("DELETE", _DATASET, (404,)),
    Endpoint("GET", f"{_DATASET}/records", (404,)),
    Endpoint("POST", f"{_DATASET}/records", (404,)),
    Endpoint("GET", f"{_DATASET}/records/{{n}}/audio", (404,)),
    Endpoint("POST", "/api/training", (422,), {}),
    Endpoint("GET", "/api/training"),
    Endpoint("GET", _JOB, (404,)),
    Endpoint("GET", f"{_JOB}/metrics", (404,)),
    Endpoint("GET", f"{_JOB}/checkpoints", (404,)),
    Endpoint("GET", f"{_JOB}/samples", (404,)),
    Endpoint("POST", f"{_JOB}/pause", (404,)),
    Endpoint("POST", f"{_JOB}/resume", (404,)),
    Endpoint("DELETE", _JOB, (404,)),
    Endpoint("GET", _SETTINGS),
    Endpoint("POST", _SETTINGS, (200, 422), {}),
    Endpoint("PUT", f"{_TOKEN}/token", (422,), {}),
    Endpoint("DELETE", f"{_TOKEN}/token"),
    Endpoint("PUT", f"{_TOKEN}/validate", (422, 429), {}),
    Endpoint("GET", "/health", who="anybody"),
    Endpoint("GET", "/api/health", who="anybody"),
    Endpoint("GET", "/api/system/status"),
    Endpoint("GET", "/metrics", who="admin"),
    Endpoint("GET", "/openapi.json", who="anybody"),
    Endpoint("GET", "/docs", who="anybody"),
)
"""Every endpoint that the contract names."""
