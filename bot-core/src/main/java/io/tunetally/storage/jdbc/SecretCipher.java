package io.tunetally.storage.jdbc;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import io.tunetally.storage.StorageException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts secrets (AES-256-GCM), each bound to its row: a value copied to another row cannot be decrypted. A sealed
 * value begins with its key's number, a hash of the key. The first key is created for the first secret, and never to
 * replace a lost one.
 */
final class SecretCipher {
    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final Keys keys;
    private final BooleanSupplier holdsSecrets;

    /**
     * Creates a cipher.
     *
     * @param holdsSecrets whether any encrypted value is stored
     */
    SecretCipher(Keys keys, BooleanSupplier holdsSecrets) {
        this.keys = keys;
        this.holdsSecrets = holdsSecrets;
    }

    Keys keys() {
        return keys;
    }

    /**
     * Encrypts a secret for one row.
     *
     * @throws StorageException if there is no key, but secrets that were encrypted with one
     */
    String seal(String secret, String row) {
        if (keys.read().isEmpty()) {
            if (holdsSecrets.getAsBoolean()) {
                throw unreadable("stored secrets cannot be decrypted, so no new key is created", null);
            }
            keys.make();
        }
        try {
            byte[] sealed = aead(keys.read()).encrypt(bytes(secret), bytes(row));
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException failed) {
            throw new StorageException("a secret cannot be encrypted", failed);
        }
    }

    /**
     * Decrypts a secret.
     *
     * @throws StorageException if none of the keys fits, or the value belongs to another row
     */
    String open(String sealed, String row) {
        try {
            return opened(reader(), sealed, row);
        } catch (GeneralSecurityException | IllegalArgumentException failed) {
            throw unreadable("a stored secret cannot be decrypted; it was encrypted with another key", failed);
        }
    }

    /** Returns a test of whether a value, given with its row, can be decrypted with the current keys. */
    BiPredicate<String, String> opener() {
        try {
            Aead reader = reader();
            return (value, row) -> opens(reader, value, row);
        } catch (GeneralSecurityException _) {
            return (_, _) -> false; // There is no key.
        }
    }

    private static boolean opens(Aead reader, String sealed, String row) {
        try {
            return !opened(reader, sealed, row).isEmpty();
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false; // It was encrypted with another key, or is damaged.
        }
    }

    private static String opened(Aead reader, String sealed, String row) throws GeneralSecurityException {
        byte[] secret = reader.decrypt(Base64.getDecoder().decode(sealed), bytes(row));
        return new String(secret, StandardCharsets.UTF_8);
    }

    /** Creates the exception, including advice on what to do. */
    StorageException unreadable(String what, @Nullable Exception cause) {
        String message = "TUNETALLY_KEY: " + what + ". " + keys.recovery()
                + " Where it is lost for good, './tunetally data delete --unreadable' deletes what cannot be decrypted;"
                + " the workspaces then install the app again.";
        return cause == null ? new StorageException(message) : new StorageException(message, cause);
    }

    private Aead reader() throws GeneralSecurityException {
        List<byte[]> all = keys.read();
        if (all.isEmpty()) {
            throw new GeneralSecurityException("there is no key");
        }
        return aead(all);
    }

    // Created anew each time: secrets are few, and another process may have replaced the key file.
    private static Aead aead(List<byte[]> all) throws GeneralSecurityException {
        AeadConfig.register();
        KeysetHandle.Builder keyset = KeysetHandle.newBuilder();
        for (int at = 0; at < all.size(); at++) {
            int number = number(all.get(at));
            KeysetHandle.Builder.Entry entry =
                    KeysetHandle.importKey(key(all.get(at), number)).withFixedId(number);
            keyset.addEntry(at == 0 ? entry.makePrimary() : entry);
        }
        return keyset.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    @AccessesPartialKey // These are our own keys, not part of a managed keyset.
    private static AesGcmKey key(byte[] key, int number) throws GeneralSecurityException {
        AesGcmParameters parameters = AesGcmParameters.builder()
                .setKeySizeBytes(Keys.BYTES)
                .setIvSizeBytes(IV_BYTES)
                .setTagSizeBytes(TAG_BYTES)
                .setVariant(AesGcmParameters.Variant.TINK)
                .build();
        return AesGcmKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                .setIdRequirement(number)
                .build();
    }

    private static int number(byte[] key) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
        return ByteBuffer.wrap(digest).getInt();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
