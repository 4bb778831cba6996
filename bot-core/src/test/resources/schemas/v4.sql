INSERT INTO thread_memory (platform, space, channel, thread, canonical, asker, remembered_at, expires_at)
VALUES ('slack', 'T1', 'C1', '1700.1', 'cost gpt-4o 1000 examples 3 epochs', 'U-ann', 1764072000000, 4102444800000);
INSERT INTO team_defaults (platform, space, channel, canonical, changed_at) VALUES ('slack', 'T1', '', '2000 examples', 1764072000000);
INSERT INTO delivery (platform, delivery_id, expires_at) VALUES ('slack', 'Ev1', 4102444800000);
INSERT INTO action_key (action_key, command, expires_at) VALUES ('k', 'recommend', 4102444800000);
INSERT INTO deletion (id, deleted_at, subject, platform, subject_digest, row_count, expires_at)
VALUES ('d', 1764072000000, 'USER', 'slack', 'x', 1, 4102444800000);
INSERT INTO installation (platform, enterprise, team, member, sealed, saved_at) VALUES ('slack', '', 'T1', '', 'x', 1764072000000);
INSERT INTO oauth_state (platform, state_digest, expires_at) VALUES ('slack', 'x', 4102444800000);
INSERT INTO organisation_team (platform, enterprise, team, served_at) VALUES ('slack', 'E1', 'T2', 1764072000000);
INSERT INTO team_record (platform, space, channel, thread, record_kind, id, owner, belongs, body, written_at, expires_at)
VALUES ('slack', 'T1', '', '', 'quote', '0000000001', 'U-ann', 'team', '{}', 1764072000000, 4102444800000);
INSERT INTO team_sequence (platform, space, channel, thread, name, last_count, expires_at)
VALUES ('slack', 'T1', '', '', 'quotes', 1, 4102444800000);
