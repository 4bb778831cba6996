package io.tunetally.settings;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * The operator's pages, shown to users on request.
 *
 * @param privacy the privacy policy
 * @param terms the terms of service
 * @param support where to get help, may be a {@code mailto:}
 */
public record Links(Optional<URI> privacy, Optional<URI> terms, Optional<URI> support) {
    private static final Set<String> WEB = Set.of("http", "https");

    public static Links from(SettingsReader reader) {
        return new Links(
                reader.uri(Setting.TUNETALLY_PRIVACY_URL, WEB),
                reader.uri(Setting.TUNETALLY_TERMS_URL, WEB),
                reader.parsed(Setting.TUNETALLY_SUPPORT_URL, SettingsReader::asAddress, "is not an address"));
    }
}
