-- Runs as it stands on SQLite and PostgreSQL. Times are milliseconds since 1970 (UTC); ids are the platform's.

CREATE TABLE thread_memory (
  platform      TEXT   NOT NULL,
  space         TEXT   NOT NULL,
  channel       TEXT   NOT NULL,
  thread        TEXT   NOT NULL,
  canonical     TEXT   NOT NULL,
  -- The one person who asked so far; empty from the second on.
  asker         TEXT   NOT NULL,
  remembered_at BIGINT NOT NULL,
  expires_at    BIGINT NOT NULL,
  PRIMARY KEY (platform, space, channel, thread)
);
CREATE INDEX thread_memory_expiry ON thread_memory (expires_at);
CREATE INDEX thread_memory_asker ON thread_memory (platform, asker);

CREATE TABLE team_defaults (
  platform   TEXT   NOT NULL,
  space      TEXT   NOT NULL,
  -- Empty for the whole team.
  channel    TEXT   NOT NULL,
  canonical  TEXT   NOT NULL,
  changed_at BIGINT NOT NULL,
  PRIMARY KEY (platform, space, channel)
);

CREATE TABLE delivery (
  platform    TEXT   NOT NULL,
  delivery_id TEXT   NOT NULL,
  expires_at  BIGINT NOT NULL,
  PRIMARY KEY (platform, delivery_id)
);
CREATE INDEX delivery_expiry ON delivery (expires_at);

CREATE TABLE action_key (
  action_key TEXT   NOT NULL,
  command    TEXT   NOT NULL,
  expires_at BIGINT NOT NULL,
  PRIMARY KEY (action_key)
);
CREATE INDEX action_key_expiry ON action_key (expires_at);

CREATE TABLE deletion (
  id             TEXT   NOT NULL,
  deleted_at     BIGINT NOT NULL,
  subject        TEXT   NOT NULL,
  platform       TEXT   NOT NULL,
  subject_digest TEXT   NOT NULL,
  row_count      BIGINT NOT NULL,
  expires_at     BIGINT NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX deletion_expiry ON deletion (expires_at);
