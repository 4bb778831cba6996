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

/**
 * Encrypts secrets (AES-256-GCM), each bound to its row: copied to another one it does not open. A sealed value begins
 * with its key's number, a hash of the key.
 */
final class Vault {
    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final Keys keys;

    Vault(Keys keys) {
        this.keys = keys;
    }

    Keys keys() {
        return keys;
    }

    String seal(String secret, String row) {
        try {
            byte[] sealed = aead().encrypt(bytes(secret), bytes(row));
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException failed) {
            throw new StorageException("a secret cannot be encrypted", failed);
        }
    }

    /**
     * The secret in the clear.
     *
     * @throws StorageException where none of the keys fits, or the value belongs to another row
     */
    String open(String sealed, String row) {
        try {
            byte[] secret = aead().decrypt(Base64.getDecoder().decode(sealed), bytes(row));
            return new String(secret, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException failed) {
            throw new StorageException(
                    "TUNETALLY_KEY: a stored secret cannot be decrypted; it was encrypted with another key", failed);
        }
    }

    // Made anew each time: secrets are few, and another process may have replaced the key file.
    private Aead aead() throws GeneralSecurityException {
        AeadConfig.register();
        List<byte[]> all = keys.read();
        KeysetHandle.Builder keyset = KeysetHandle.newBuilder();
        for (int at = 0; at < all.size(); at++) {
            int number = number(all.get(at));
            KeysetHandle.Builder.Entry entry =
                    KeysetHandle.importKey(key(all.get(at), number)).withFixedId(number);
            keyset.addEntry(at == 0 ? entry.makePrimary() : entry);
        }
        return keyset.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    @AccessesPartialKey // The keys are ours, not of a keyset that somebody else looks after.
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
