package io.tunetally.discord.jda;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * The channels of each server as Discord describes them, compressed: some 2 kB for 80 channels, of which JDA makes 40 kB of
 * objects. Safe for several threads.
 */
final class StoredChannels {
    private static final String ID = "id";

    private final Map<Long, byte[]> byServer = new ConcurrentHashMap<>();

    /** Stores the channels of a server in place of those stored before. */
    void replace(long server, DataArray channels) {
        byServer.put(server, written(channels));
    }

    /** Adds a channel to a server that is stored, or replaces the one with its id. */
    void put(long server, DataObject channel) {
        byServer.computeIfPresent(server, (_, stored) -> {
            Stream<DataObject> others = without(stored, channel.getLong(ID));
            return written(DataArray.fromCollection(
                    Stream.concat(others, Stream.of(channel)).toList()));
        });
    }

    void remove(long server, long channel) {
        byServer.computeIfPresent(
                server,
                (_, stored) -> written(
                        DataArray.fromCollection(without(stored, channel).toList())));
    }

    void remove(long server) {
        byServer.remove(server);
    }

    Optional<DataObject> find(long server, long channel) {
        byte[] stored = byServer.get(server);
        return stored == null
                ? Optional.empty()
                : channels(stored).filter(is(channel)).findFirst();
    }

    private static Stream<DataObject> without(byte[] stored, long channel) {
        return channels(stored).filter(is(channel).negate());
    }

    private static Predicate<DataObject> is(long channel) {
        return told -> told.getLong(ID) == channel;
    }

    private static Stream<DataObject> channels(byte[] stored) {
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(stored))) {
            return DataArray.fromJson(in).stream(DataArray::getObject);
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory does not fail", impossible);
        }
    }

    private static byte[] written(DataArray channels) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream compressed = new DeflaterOutputStream(bytes)) {
            compressed.write(channels.toJson());
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory does not fail", impossible);
        }
        return bytes.toByteArray();
    }
}
