package org.talentrecall.index;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.talentrecall.archive.dossier.DossierChecksum;
import org.talentrecall.archive.dossier.PersonId;

/** What the index holds, to be compared with the archive (M23). */
public final class IndexState {
    private final SearchConnection connection;
    private final IndexVersions versions;

    public IndexState(SearchConnection connection) {
        this.connection = connection;
        this.versions = new IndexVersions(connection);
    }

    /**
     * How many documents there are and the checksum over them, by the rule of {@link DossierChecksum}.
     *
     * @param checksum equals {@link org.talentrecall.archive.dossier.Dossiers#checksum()} when the index says the same
     *     as the archive
     */
    public record Holdings(long count, String checksum) {}

    /** The part of a document that matters here. */
    record Hashed(@JsonProperty("dossier_hash") String hash) {}

    /** Reads through the candidates that can be found now; zero of them when nothing has been indexed yet. */
    public Holdings candidates() {
        DossierChecksum checksum = new DossierChecksum();
        IndexVersions.Version live = versions.live(IndexName.CANDIDATES);
        if (live != null) {
            versions.refresh(live);
            new IndexScan(connection)
                    .forEach(
                            live.index(), IndexScan.all(), IndexScan.only("dossier_hash"), 5_000, Hashed.class, hit -> {
                                Hashed source = hit.source();
                                checksum.add(
                                        new PersonId(String.valueOf(hit.id())), source == null ? "" : source.hash());
                            });
        }
        return new Holdings(checksum.count(), checksum.value());
    }
}
