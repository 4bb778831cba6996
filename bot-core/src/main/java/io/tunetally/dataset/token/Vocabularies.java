package io.tunetally.dataset.token;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import com.knuddels.jtokkit.api.GptBytePairEncodingParams;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Encodings of single pieces: those of jtokkit, and of vocabularies that ship with the program or are read from a file. */
final class Vocabularies {
    private static final Pattern WHOLE_PIECE = Pattern.compile("(?s).+");
    private static final int LONG = 255;

    private Vocabularies() {}

    static Encoding cl100k() {
        return Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.CL100K_BASE);
    }

    static Encoding o200k() {
        return Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    }

    /** Returns the encoding of a vocabulary in this package: the bytes of the tokens in the order of their rank, each after its length. */
    static Encoding shipped(String name) {
        String resource = name + ".vocabulary.gz";
        try (InputStream in = Vocabularies.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return encoding(name, ranks(new GZIPInputStream(in, 1 << 16)));
        } catch (IOException damaged) {
            throw new UncheckedIOException(resource, damaged);
        }
    }

    /** Returns the encoding of a vocabulary. */
    static Encoding encoding(String name, IdentityHashMap<byte[], Integer> ranks) {
        EncodingRegistry registry = Encodings.newLazyEncodingRegistry();
        registry.registerGptBytePairEncoding(new GptBytePairEncodingParams(name, WHOLE_PIECE, ranks, Map.of()));
        return registry.getEncoding(name).orElseThrow();
    }

    private static IdentityHashMap<byte[], Integer> ranks(InputStream in) throws IOException {
        IdentityHashMap<byte[], Integer> ranks = new IdentityHashMap<>(1 << 18);
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
            ranks.put(Arrays.copyOfRange(all, at, at + length), ranks.size());
            at += length;
        }
        return ranks;
    }
}
