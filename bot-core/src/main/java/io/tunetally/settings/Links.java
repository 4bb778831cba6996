package io.tunetally.settings;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Pages of the operator, shown to those who ask.
 *
 * @param privacy the privacy policy
 * @param support where help is to be had, also a {@code mailto:}
 */
public record Links(Optional<URI> privacy, Optional<URI> support) {
    static Links from(SettingsReader reader) {
        return new Links(
                reader.uri(Setting.TUNETALLY_PRIVACY_URL, Set.of("http", "https")),
                reader.parsed(Setting.TUNETALLY_SUPPORT_URL, SettingsReader::asAddress, "is no address"));
    }
}
