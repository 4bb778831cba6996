package io.tunetally.slack.fake;

import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Slack's end of an upload: an address, the bytes, and what becomes of them. */
public final class FakeFiles {
    private static final int ALT_TEXT = 1_000;

    private final Consumer<String> faults;
    private final AtomicInteger begun = new AtomicInteger();
    private final Map<String, Integer> announced = new ConcurrentHashMap<>();
    private final Map<String, byte[]> taken = new ConcurrentHashMap<>();
    private final Map<String, String> words = new ConcurrentHashMap<>();
    private final Map<String, String> names = new ConcurrentHashMap<>();
    private final BlockingQueue<Upload> uploads = new LinkedBlockingQueue<>();

    /**
     * A finished upload.
     *
     * @param altText what it has in words
     */
    public record Upload(FakeSlack.Call call, String name, InputStream bytes, String altText) {
        public String text() throws IOException {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    FakeFiles(Consumer<String> faults) {
        this.faults = faults;
    }

    String begin(Map<String, String> parameters, String base) {
        String id = "F" + begun.incrementAndGet();
        announced.put(id, Integer.parseInt(parameters.getOrDefault("length", "0")));
        words.put(id, parameters.getOrDefault("alt_txt", ""));
        names.put(id, parameters.getOrDefault("filename", ""));
        if (parameters.getOrDefault("alt_txt", "").length() > ALT_TEXT) {
            faults.accept("an alternative text that Slack does not take");
        }
        return "{\"ok\":true,\"upload_url\":\"" + base + id + "\",\"file_id\":\"" + id + "\"}";
    }

    void take(String id, byte[] bytes) {
        if (announced.getOrDefault(id, -1) != bytes.length) {
            faults.accept("not as many bytes as announced: " + bytes.length);
        }
        taken.put(id, bytes);
    }

    String complete(FakeSlack.Call call) {
        String id = JsonParser.parseString(call.get("files"))
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject()
                .get("id")
                .getAsString();
        byte[] bytes = taken.get(id);
        if (bytes == null) {
            faults.accept("completed before it was uploaded: " + id);
            return "{\"ok\":false,\"error\":\"file_not_found\"}";
        }
        if (!call.get("channel_id").matches("|[CGDZ].*")) {
            return "{\"ok\":false,\"error\":\"invalid_arguments\"}";
        }
        uploads.add(new Upload(
                call, names.getOrDefault(id, ""), new ByteArrayInputStream(bytes), words.getOrDefault(id, "")));
        return "{\"ok\":true,\"files\":[{\"id\":\"" + id + "\",\"title\":\"x\"}]}";
    }

    public int waiting() {
        return uploads.size();
    }

    public Upload next() throws InterruptedException {
        Upload upload = uploads.poll(10, TimeUnit.SECONDS);
        if (upload == null) {
            throw new AssertionError("nothing was uploaded");
        }
        return upload;
    }
}
