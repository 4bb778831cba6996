package io.tunetally.slack;

import io.tunetally.chat.PlatformId;
import io.tunetally.storage.Deliveries;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Claims in memory, which outlive an adapter as the database does. */
final class ClaimedOnce implements Deliveries {
    private final Set<String> claimed = ConcurrentHashMap.newKeySet();

    @Override
    public boolean claim(PlatformId platform, String deliveryId) {
        return claimed.add(deliveryId);
    }
}
