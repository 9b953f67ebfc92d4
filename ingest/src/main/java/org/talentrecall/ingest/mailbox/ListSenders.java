package org.talentrecall.ingest.mailbox;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may send lists of people besides colleagues, such as an agency: mail addresses, or domains with all below them. */
public final class ListSenders {
    /** Nobody. */
    public static final ListSenders NOBODY = new ListSenders(List.of());

    private final Set<String> addresses;
    private final OwnDomains domains;

    /** @param senders {@code lists@agency.example}, or {@code agency.example} */
    public ListSenders(Collection<String> senders) {
        this.addresses = senders.stream()
                .map(sender -> sender.strip().toLowerCase(Locale.ROOT))
                .filter(sender -> sender.indexOf('@') > 0)
                .collect(Collectors.toUnmodifiableSet());
        this.domains = new OwnDomains(
                senders.stream().filter(sender -> sender.indexOf('@') <= 0).toList());
    }

    boolean contains(String address) {
        return addresses.contains(address.toLowerCase(Locale.ROOT)) || domains.own(address);
    }
}
