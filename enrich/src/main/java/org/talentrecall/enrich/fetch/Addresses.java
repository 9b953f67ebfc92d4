package org.talentrecall.enrich.fetch;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Which addresses may be asked for. */
final class Addresses {
    private Addresses() {}

    /** The address without fragment, or empty when it is none of http or https with a host. */
    static Optional<URI> web(String written) {
        try {
            URI uri = new URI(new URI(written.strip()).toASCIIString());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean usable = (scheme.equals("http") || scheme.equals("https"))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
            return usable ? Optional.of(withoutFragment(uri)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static URI withoutFragment(URI uri) throws URISyntaxException {
        String text = uri.toString();
        int fragment = text.indexOf('#');
        return fragment < 0 ? uri : new URI(text.substring(0, fragment));
    }

    /**
     * True for addresses that lead into the operator's own network: a page must not be able to make us ask there by a
     * redirect.
     */
    static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        boolean local = address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        if (address instanceof Inet6Address) {
            // Unique local addresses (RFC 4193), and the prefixes that carry an IPv4 address inside (RFC 6052, 3056).
            boolean translated = first == 0x00 && second == 0x64 || first == 0x20 && second == 0x02;
            return local || (first & 0xFE) == 0xFC || translated;
        }
        // Shared address space (RFC 6598), "this network", reserved, benchmarking (RFC 2544).
        return local
                || first == 0
                || first >= 240
                || first == 100 && (second & 0xC0) == 64
                || first == 198 && (second & 0xFE) == 18;
    }
}
