package io.tunetally.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A statement that each connection of a pool keeps: to prepare one takes SQLite longer than to run it. */
final class StatementCache {
    private final String sql;
    private final Map<Connection, PreparedStatement> prepared = new ConcurrentHashMap<>();

    StatementCache(String sql) {
        this.sql = sql;
    }

    /** What a statement gives. */
    interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    /**
     * Uses the connection's own statement.
     *
     * @param pooled as the pool gives it, which would close what is prepared on it when it is given back
     */
    <T> T on(Connection pooled, Use<T> use) throws SQLException {
        Connection own = pooled.unwrap(Connection.class);
        PreparedStatement statement = prepared.get(own);
        if (statement == null) {
            letGoOfTheClosed();
            statement = own.prepareStatement(sql);
            prepared.put(own, statement);
        }
        try {
            return use.of(statement);
        } catch (SQLException failed) {
            // It may be of no use any more, e.g. where the server was restarted.
            prepared.remove(own);
            closed(statement, failed);
            throw failed;
        }
    }

    /** A pool closes each of its connections after half an hour, and opens another; its statements are closed with it. */
    private void letGoOfTheClosed() throws SQLException {
        for (Connection each : List.copyOf(prepared.keySet())) {
            if (each.isClosed()) {
                prepared.remove(each);
            }
        }
    }

    private static void closed(PreparedStatement statement, SQLException why) {
        try {
            statement.close();
        } catch (SQLException gone) {
            why.addSuppressed(gone);
        }
    }

    /** How many connections have one. */
    int size() {
        return prepared.size();
    }
}
