package org.talentrecall.enrich.fetch;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * What the settings say about where a source's addresses lead.
 *
 * @param servedAt a server on this machine that answers for all hosts of the source, or null to ask the hosts themselves
 * @param mayBePrivate true when the source may lie in the operator's own network
 */
public record Site(@Nullable InetSocketAddress servedAt, boolean mayBePrivate) {
    /** Anywhere on the public web. */
    public static final Site PUBLIC = new Site(null, false);
}
