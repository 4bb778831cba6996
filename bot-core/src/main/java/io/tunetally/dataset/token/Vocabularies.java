package io.tunetally.dataset.token;

import com.knuddels.jtokkit.Encodings;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The vocabularies on the class path: OpenAI's, which jtokkit brings along, and those that ship with the program. */
final class Vocabularies {
    private static final int LONG = 255;

    private Vocabularies() {}

    static Ranks cl100k() {
        return ofOpenAi("cl100k_base");
    }

    static Ranks o200k() {
        return ofOpenAi("o200k_base");
    }

    /** Returns a vocabulary of lines of a token in Base64 and its rank. jtokkit's own form of it takes five times the memory. */
    private static Ranks ofOpenAi(String name) {
        String resource = "/com/knuddels/jtokkit/" + name + ".tiktoken";
        try (InputStream in = found(resource, Encodings.class.getResourceAsStream(resource));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            Ranks.Builder ranks = new Ranks.Builder();
            Base64.Decoder base64 = Base64.getDecoder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int space = line.indexOf(' ');
                ranks.add(base64.decode(line.substring(0, space)), Integer.parseInt(line.substring(space + 1)));
            }
            return ranks.build();
        } catch (IOException damaged) {
            throw new UncheckedIOException(resource, damaged);
        }
    }

    /** Returns a vocabulary in this package: the bytes of the tokens in the order of their rank, each after its length. */
    static Ranks shipped(String name) {
        String resource = name + ".vocabulary.gz";
        try (InputStream in = found(resource, Vocabularies.class.getResourceAsStream(resource))) {
            return ranks(new GZIPInputStream(in, 1 << 16));
        } catch (IOException damaged) {
            throw new UncheckedIOException(resource, damaged);
        }
    }

    private static InputStream found(String resource, @Nullable InputStream in) {
        if (in == null) {
            throw new IllegalStateException(resource + " is not on the class path");
        }
        return in;
    }

    private static Ranks ranks(InputStream in) throws IOException {
        Ranks.Builder ranks = new Ranks.Builder();
        byte[] all = in.readAllBytes();
        int at = 0;
        while (at < all.length) {
            int length = all[at++] & 0xFF;
            if (length == LONG) {
                length = (all[at] & 0xFF) << 8 | (all[at + 1] & 0xFF);
                at += 2;
            }
            if (at + length > all.length) {
                throw new EOFException("ends inside a token");
            }
            ranks.add(Arrays.copyOfRange(all, at, at + length), ranks.size());
            at += length;
        }
        return ranks.build();
    }
}
