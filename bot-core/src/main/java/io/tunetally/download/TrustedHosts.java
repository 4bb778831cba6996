package io.tunetally.download;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The servers that a file which a message names may be read from. Only whole names match, over https and its own port: an
 * address in a message must not reach anything else, such as a service inside the operator's network.
 */
public final class TrustedHosts {
    private static final int HTTPS_PORT = 443;

    private final Set<String> names;
    private final Optional<URI> origin;

    private TrustedHosts(Set<String> names, Optional<URI> origin) {
        this.names = Set.copyOf(names);
        this.origin = origin;
    }

    /** Returns the servers of these names, in lower case. */
    public static TrustedHosts of(Set<String> names) {
        return new TrustedHosts(names, Optional.empty());
    }

    /**
     * Returns the file servers of a platform. A stand-in for the platform has its files beside its API.
     *
     * @param platformsApi the name of the platform's own API
     * @param api the API that the operator configured
     */
    public static TrustedHosts of(Set<String> names, String platformsApi, URI api) {
        TrustedHosts own = of(names);
        return platformsApi.equals(api.getHost()) ? own : own.and(api);
    }

    /** Returns these servers and the one that the operator configured as the platform's own: its scheme, name and port. */
    public TrustedHosts and(URI base) {
        return new TrustedHosts(names, Optional.of(base));
    }

    /**
     * Returns an address that may be read.
     *
     * @throws DownloadException if it is none of these servers'
     */
    public URI check(String address) throws DownloadException {
        try {
            URI uri = new URI(address);
            if (uri.getHost() != null && uri.getRawUserInfo() == null && (isNamed(uri) || isOfOrigin(uri))) {
                return uri;
            }
        } catch (URISyntaxException malformed) {
            throw new DownloadException(DownloadException.Kind.FOREIGN, "not an address", malformed);
        }
        throw new DownloadException(
                DownloadException.Kind.FOREIGN, "not an address of the platform's own file servers");
    }

    private boolean isNamed(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme())
                && (uri.getPort() == -1 || uri.getPort() == HTTPS_PORT)
                && names.contains(uri.getHost().toLowerCase(Locale.ROOT));
    }

    private boolean isOfOrigin(URI uri) {
        return origin.filter(base -> base.getScheme().equalsIgnoreCase(uri.getScheme())
                        && base.getHost().equalsIgnoreCase(uri.getHost())
                        && base.getPort() == uri.getPort())
                .isPresent();
    }
}
