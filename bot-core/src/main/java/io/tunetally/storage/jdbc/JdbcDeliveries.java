package io.tunetally.storage.jdbc;

import io.tunetally.chat.PlatformId;
import io.tunetally.storage.Deliveries;
import io.tunetally.storage.StorageException;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The table {@code delivery}. One statement claims, so the database decides which caller wins. Claims that arrive while
 * another waits for the disk are written together in one transaction, and wait for the disk once.
 */
final class JdbcDeliveries implements Deliveries {
    private static final String CLAIM = """
            INSERT INTO delivery (platform, delivery_id, expires_at) VALUES (?, ?, ?)
            ON CONFLICT (platform, delivery_id) DO UPDATE SET expires_at = excluded.expires_at
            WHERE delivery.expires_at <= ?
            """;

    private static final String RELEASE = "DELETE FROM delivery WHERE platform = ? AND delivery_id = ?";

    /** Two processes that lock the same rows in different orders could deadlock. */
    private static final Comparator<Claim> IN_ONE_ORDER = Comparator.comparing(Claim::key);

    private static final int MOST_AT_ONCE = 500;

    private final Database database;
    private final Duration lifetime;
    private final Clock clock;
    private final ConcurrentLinkedQueue<Claim> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    JdbcDeliveries(Database database, Duration lifetime, Clock clock) {
        this.database = database;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    private record Claim(PlatformId platform, String deliveryId, Duration lifetime, CompletableFuture<Boolean> first) {
        String key() {
            return platform.value() + " " + deliveryId;
        }
    }

    @Override
    public boolean claim(PlatformId platform, String deliveryId) {
        return claim(platform, deliveryId, lifetime);
    }

    @Override
    public boolean claim(PlatformId platform, String id, Duration lifetime) {
        Claim claim = new Claim(platform, id, lifetime, new CompletableFuture<>());
        waiting.add(claim);
        awaitTurn(claim);
        try {
            while (!claim.first().isDone()) {
                settle(next());
            }
        } finally {
            writing.unlock();
        }
        return result(claim);
    }

    @Override
    public void release(PlatformId platform, String deliveryId) {
        database.plainlyInTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(RELEASE)) {
                statement.setString(1, platform.value());
                statement.setString(2, deliveryId);
                return statement.executeUpdate();
            }
        });
    }

    private void awaitTurn(Claim claim) {
        try {
            writing.lockInterruptibly();
        } catch (InterruptedException stopped) {
            waiting.remove(claim);
            Thread.currentThread().interrupt();
            throw new StorageException("the caller stopped waiting", stopped);
        }
    }

    private List<Claim> next() {
        List<Claim> next = new ArrayList<>();
        for (Claim claim = waiting.poll(); claim != null; claim = next.size() < MOST_AT_ONCE ? waiting.poll() : null) {
            next.add(claim);
        }
        return next;
    }

    private void settle(List<Claim> claims) {
        try {
            List<Claim> ordered = claims.stream().sorted(IN_ONE_ORDER).toList();
            List<Boolean> firsts = written(ordered);
            for (int n = 0; n < ordered.size(); n++) {
                ordered.get(n).first().complete(firsts.get(n));
            }
        } catch (RuntimeException | Error failed) {
            if (claims.size() > 1 && failed instanceof StorageException refused && refused.isRefusal()) {
                // One of them is rejected; the other callers must not be affected.
                claims.forEach(claim -> settle(List.of(claim)));
            } else {
                claims.forEach(claim -> claim.first().completeExceptionally(failed));
            }
        }
    }

    /** Returns for each claim, in order, whether it is the first with its id. */
    private List<Boolean> written(List<Claim> claims) {
        Instant now = clock.instant();
        return database.plainlyInTransaction(connection -> {
            List<Boolean> firsts = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
                for (Claim claim : claims) {
                    statement.setString(1, claim.platform().value());
                    statement.setString(2, claim.deliveryId());
                    statement.setLong(3, now.plus(claim.lifetime()).toEpochMilli());
                    statement.setLong(4, now.toEpochMilli());
                    firsts.add(statement.executeUpdate() == 1);
                }
            }
            return firsts;
        });
    }

    private static boolean result(Claim claim) {
        try {
            return claim.first().join();
        } catch (CompletionException failed) {
            switch (failed.getCause()) {
                case StorageException unusable ->
                    throw new StorageException(String.valueOf(unusable.getMessage()), unusable);
                case RuntimeException bug -> throw bug;
                case null, default -> throw failed;
            }
        }
    }
}
