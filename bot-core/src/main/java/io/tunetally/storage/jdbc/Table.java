package io.tunetally.storage.jdbc;

import io.tunetally.storage.Kind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables with their columns. A column whose name ends in {@code _at} or {@code _count} holds a number, any other
 * one text.
 *
 * @param keys the primary key's columns
 * @param values the other columns
 */
record Table(Kind kind, String name, List<String> keys, List<String> values) {
    private static final String EXPIRY = "expires_at";
    /** The encrypted column, and its name when decrypted. */
    static final String SEALED = "sealed";

    static final String SECRET = "secret";

    static Table of(Kind kind) {
        return switch (kind) {
            case CONVERSATIONS ->
                table(
                        kind,
                        "thread_memory",
                        "platform space channel thread",
                        "canonical asker remembered_at expires_at");
            case TEAM_DEFAULTS -> table(kind, "team_defaults", "platform space channel", "canonical changed_at");
            case DELIVERIES -> table(kind, "delivery", "platform delivery_id", EXPIRY);
            case ACTION_KEYS -> table(kind, "action_key", "action_key", "command expires_at");
            case INSTALLATIONS -> table(kind, "installation", "platform enterprise team member", "sealed saved_at");
            case ORGANISATION_TEAMS -> table(kind, "organisation_team", "platform enterprise team", "served_at");
            case OAUTH_STATES -> table(kind, "oauth_state", "platform state_digest", EXPIRY);
            case DELETIONS ->
                table(kind, "deletion", "id", "deleted_at subject platform subject_digest row_count expires_at");
            case TEAM_RECORDS ->
                table(
                        kind,
                        "team_record",
                        "platform space channel thread record_kind id",
                        "owner belongs body written_at expires_at");
            case TEAM_SEQUENCES ->
                table(kind, "team_sequence", "platform space channel thread name", "last_count expires_at");
        };
    }

    private static Table table(Kind kind, String name, String keys, String values) {
        return new Table(kind, name, List.of(keys.split(" ", -1)), List.of(values.split(" ", -1)));
    }

    List<String> columns() {
        return Stream.concat(keys.stream(), values.stream()).toList();
    }

    boolean expires() {
        return values.contains(EXPIRY);
    }

    /** Returns the condition for rows that are still valid at {@code :now}. */
    String alive() {
        return expires() ? "expires_at > :now" : "1 = 1";
    }

    static boolean isNumber(String column) {
        return column.endsWith("_at") || column.endsWith("_count");
    }

    String upsert() {
        return "INSERT INTO " + name + " (" + String.join(", ", columns()) + ") VALUES ("
                + columns().stream().map(column -> ":" + column).collect(Collectors.joining(", "))
                + ") ON CONFLICT (" + String.join(", ", keys) + ") DO UPDATE SET "
                + values.stream()
                        .map(column -> column + " = excluded." + column)
                        .collect(Collectors.joining(", "));
    }

    /** Selects rows in key order, at most {@code :limit}, after the keys bound as {@code :after_...}, if any. */
    String page(boolean first) {
        String list = String.join(", ", keys);
        String after = keys.stream().map(key -> ":after_" + key).collect(Collectors.joining(", "));
        return "SELECT " + String.join(", ", columns()) + " FROM " + name + " WHERE " + alive()
                + (first ? "" : " AND (" + list + ") > (" + after + ")")
                + " ORDER BY " + list + " LIMIT :limit";
    }

    /** Deletes expired rows, the longest expired first; the parameters are the time and the most rows. */
    String sweep() {
        String list = String.join(", ", keys);
        return "DELETE FROM " + name + " WHERE (" + list + ") IN (SELECT " + list + " FROM " + name
                + " WHERE expires_at <= ? ORDER BY expires_at LIMIT ?)";
    }
}
