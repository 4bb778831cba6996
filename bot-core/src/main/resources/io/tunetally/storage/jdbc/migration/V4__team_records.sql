-- What a team keeps: scenarios, votes, decisions, quotes, bills, rules and watches, in a place that is a conversation,
-- a channel or a workspace.

CREATE TABLE team_record (
  platform   TEXT   NOT NULL,
  space      TEXT   NOT NULL,
  channel    TEXT   NOT NULL,
  thread     TEXT   NOT NULL,
  record_kind TEXT  NOT NULL,
  id         TEXT   NOT NULL,
  -- The person by the platform's id; empty for nobody.
  owner      TEXT   NOT NULL,
  -- 'personal' is deleted with the owner's data, 'team' stays without the owner.
  belongs    TEXT   NOT NULL,
  -- JSON that names no person.
  body       TEXT   NOT NULL,
  written_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  PRIMARY KEY (platform, space, channel, thread, record_kind, id)
);
CREATE INDEX team_record_expiry ON team_record (expires_at);
CREATE INDEX team_record_owner ON team_record (platform, owner, written_at);
CREATE INDEX team_record_kind ON team_record (platform, record_kind, written_at);

CREATE TABLE team_sequence (
  platform   TEXT   NOT NULL,
  space      TEXT   NOT NULL,
  channel    TEXT   NOT NULL,
  thread     TEXT   NOT NULL,
  name       TEXT   NOT NULL,
  last_count BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  PRIMARY KEY (platform, space, channel, thread, name)
);
CREATE INDEX team_sequence_expiry ON team_sequence (expires_at);
