package io.tunetally.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class StatementCacheTest {
    private final StatementCache statementCache = new StatementCache("SELECT 1");
    private final Connection own = mock(Connection.class);
    private final Connection pooled = mock(Connection.class);
    private final PreparedStatement first = mock(PreparedStatement.class);
    private final PreparedStatement second = mock(PreparedStatement.class);

    @BeforeEach
    void prepare() throws SQLException {
        when(pooled.unwrap(Connection.class)).thenReturn(own);
        when(own.prepareStatement("SELECT 1")).thenReturn(first, second);
    }

    @Test
    void isPreparedOnceForAConnectionAndNotByThePool() throws SQLException {
        assertThat(statementCache.<PreparedStatement>on(pooled, statement -> statement))
                .isSameAs(first);
        assertThat(statementCache.<PreparedStatement>on(pooled, statement -> statement))
                .isSameAs(first);

        verify(own, times(1)).prepareStatement("SELECT 1");
        verify(pooled, never()).prepareStatement(anyString());
        verify(first, never()).close();
    }

    @Test
    void isPreparedForEachConnection() throws SQLException {
        Connection another = mock(Connection.class);
        when(another.unwrap(Connection.class)).thenReturn(another);
        when(another.prepareStatement("SELECT 1")).thenReturn(second);

        assertThat(statementCache.<PreparedStatement>on(pooled, statement -> statement))
                .isSameAs(first);
        assertThat(statementCache.<PreparedStatement>on(another, statement -> statement))
                .isSameAs(second);
    }

    @Test
    void isPreparedAnewAfterAFailure() throws SQLException {
        SQLException failure = new SQLException("the server was restarted");
        SQLException gone = new SQLException("closed already");
        doThrow(gone).when(first).close();

        assertThatThrownBy(() -> statementCache.on(pooled, _ -> {
                    throw failure;
                }))
                .isSameAs(failure)
                .hasSuppressedException(gone);

        assertThat(statementCache.<PreparedStatement>on(pooled, statement -> statement))
                .isSameAs(second);
    }

    @Test
    void letsGoOfConnectionsThatThePoolHasClosed() throws SQLException {
        Connection another = mock(Connection.class);
        when(another.unwrap(Connection.class)).thenReturn(another);
        when(another.prepareStatement("SELECT 1")).thenReturn(second);
        statementCache.on(pooled, statement -> statement);

        when(own.isClosed()).thenReturn(true);
        statementCache.on(another, statement -> statement);

        assertThat(statementCache.size()).isEqualTo(1);
    }
}
