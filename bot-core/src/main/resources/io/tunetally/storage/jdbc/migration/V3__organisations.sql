-- Which workspaces an organisation's installation serves, so that all of them are known when it ends.

CREATE TABLE organisation_team (
  platform   TEXT   NOT NULL,
  enterprise TEXT   NOT NULL,
  team       TEXT   NOT NULL,
  served_at  BIGINT NOT NULL,
  PRIMARY KEY (platform, enterprise, team)
);
