package org.talentrecall.ingest.mailbox;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The company's own mail domains; a domain stands for those below it as well. */
public final class OwnDomains {
    private final Set<String> domains;

    public OwnDomains(Collection<String> domains) {
        this.domains = domains.stream()
                .map(domain -> domain.strip().toLowerCase(Locale.ROOT).replaceFirst("^@", ""))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the address is a colleague's. */
    public boolean own(String address) {
        String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        while (!domain.isEmpty()) {
            if (domains.contains(domain)) {
                return true;
            }
            int dot = domain.indexOf('.');
            domain = dot < 0 ? "" : domain.substring(dot + 1);
        }
        return false;
    }
}
