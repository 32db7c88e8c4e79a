"""The seven tables of the platform, and beside them the tables of logins, keys and the installation."""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

PEOPLE = """
CREATE TABLE users (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    email text NOT NULL UNIQUE,
    username text NOT NULL,
    password_hash text NOT NULL,
    role text NOT NULL DEFAULT 'user' CHECK (role IN ('admin', 'user')),
    disabled boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);
-- One person, one account, however the address is capitalised.
CREATE UNIQUE INDEX users_email_lower_key ON users (lower(email));

CREATE TABLE user_settings (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id uuid NOT NULL UNIQUE REFERENCES users ON DELETE CASCADE,
    huggingface_token text,
    huggingface_api_url text,
    auto_download boolean NOT NULL DEFAULT false,
    max_concurrent_downloads integer NOT NULL DEFAULT 3 CHECK (max_concurrent_downloads > 0),
    settings_json jsonb NOT NULL DEFAULT '{}',
    updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE auth_sessions (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT now(),
    last_used_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    user_agent text
);
CREATE INDEX idx_auth_sessions_user_id ON auth_sessions (user_id);

CREATE TABLE refresh_tokens (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    session_id uuid NOT NULL REFERENCES auth_sessions ON DELETE CASCADE,
    token_hash text NOT NULL UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);
CREATE INDEX idx_refresh_tokens_session_id ON refresh_tokens (session_id);

CREATE TABLE api_keys (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    name text NOT NULL,
    prefix text NOT NULL,
    key_hash text NOT NULL UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz,
    last_used_at timestamptz
);
CREATE INDEX idx_api_keys_user_id ON api_keys (user_id);

CREATE TABLE installation_settings (
    key text PRIMARY KEY,
    value jsonb NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now()
);
"""

MODELS = """
CREATE TABLE models (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name text NOT NULL,
    type text NOT NULL CHECK (type IN ('tts', 'stt', 'llm', 'embedding', 'classification')),
    repo_id text,
    size_mb numeric CHECK (size_mb >= 0),
    status text NOT NULL DEFAULT 'available'
        CHECK (status IN ('available', 'downloading', 'installed', 'failed')),
    download_progress double precision NOT NULL DEFAULT 0 CHECK (download_progress BETWEEN 0 AND 100),
    file_path text,
    metadata jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX idx_models_type ON models (type);
CREATE INDEX idx_models_status ON models (status);

CREATE TABLE download_queue (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    model_id uuid REFERENCES models ON DELETE SET NULL,
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    status text NOT NULL DEFAULT 'pending'
        CHECK (status IN ('pending', 'downloading', 'paused', 'completed', 'failed', 'cancelled')),
    progress double precision NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
    bytes_downloaded bigint NOT NULL DEFAULT 0 CHECK (bytes_downloaded >= 0),
    bytes_total bigint CHECK (bytes_total >= 0),
    current_file text,
    error_message text,
    started_at timestamptz,
    completed_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX idx_download_queue_status ON download_queue (status);
CREATE INDEX idx_download_queue_model_id ON download_queue (model_id);
CREATE INDEX idx_download_queue_user_id ON download_queue (user_id);
"""

TEACHING = """
CREATE TABLE datasets (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    name text NOT NULL,
    type text NOT NULL CHECK (type IN ('audio', 'text', 'csv')),
    file_path text,
    size_mb numeric NOT NULL DEFAULT 0 CHECK (size_mb >= 0),
    record_count integer NOT NULL DEFAULT 0 CHECK (record_count >= 0),
    metadata jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX idx_datasets_user_id ON datasets (user_id);

CREATE TABLE training_jobs (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    model_id uuid REFERENCES models ON DELETE SET NULL,
    recipe text NOT NULL DEFAULT 'voice' CHECK (recipe IN ('voice', 'classifier')),
    status text NOT NULL DEFAULT 'queued'
        CHECK (status IN ('queued', 'running', 'paused', 'completed', 'failed', 'cancelled')),
    progress double precision NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
    config jsonb NOT NULL DEFAULT '{}',
    metrics jsonb NOT NULL DEFAULT '{}',
    error_message text,
    started_at timestamptz,
    completed_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX idx_training_jobs_user_id ON training_jobs (user_id);
CREATE INDEX idx_training_jobs_status ON training_jobs (status);
CREATE INDEX idx_training_jobs_model_id ON training_jobs (model_id);

CREATE TABLE checkpoints (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    training_job_id uuid NOT NULL REFERENCES training_jobs ON DELETE CASCADE,
    epoch integer NOT NULL CHECK (epoch >= 0),
    step bigint NOT NULL DEFAULT 0 CHECK (step >= 0),
    loss double precision,
    accuracy double precision,
    file_path text,
    metadata jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX idx_checkpoints_training_job_id ON checkpoints (training_job_id);
"""

# clock_timestamp, because now() stands still within a transaction.
UPDATED_AT = """
CREATE FUNCTION touch_updated_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at := clock_timestamp();
    RETURN NEW;
END $$;
CREATE TRIGGER users_updated_at BEFORE UPDATE ON users
    FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE TRIGGER models_updated_at BEFORE UPDATE ON models
    FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE TRIGGER user_settings_updated_at BEFORE UPDATE ON user_settings
    FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE TRIGGER installation_settings_updated_at BEFORE UPDATE ON installation_settings
    FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
"""


def upgrade() -> None:
    """Create the tables with their keys, rules, indexes and triggers."""
    connection = op.get_bind().execution_options(no_parameters=True)
    for part in (PEOPLE, MODELS, TEACHING, UPDATED_AT):
        connection.exec_driver_sql(part)
