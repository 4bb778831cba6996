-- Workspaces that installed the app themselves.

CREATE TABLE installation (
  platform   TEXT   NOT NULL,
  enterprise TEXT   NOT NULL,
  -- Empty for an installation into the whole organisation.
  team       TEXT   NOT NULL,
  -- The person who installed; empty for the bot's own.
  member     TEXT   NOT NULL,
  -- Encrypted and bound to the four columns above.
  sealed     TEXT   NOT NULL,
  saved_at   BIGINT NOT NULL,
  PRIMARY KEY (platform, enterprise, team, member)
);

CREATE TABLE oauth_state (
  platform     TEXT   NOT NULL,
  state_digest TEXT   NOT NULL,
  expires_at   BIGINT NOT NULL,
  PRIMARY KEY (platform, state_digest)
);
CREATE INDEX oauth_state_expiry ON oauth_state (expires_at);
