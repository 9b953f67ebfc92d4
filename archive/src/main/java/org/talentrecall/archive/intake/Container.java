package org.talentrecall.archive.intake;

import java.util.Optional;
import org.talentrecall.archive.record.SourceId;

/**
 * How far the reading of one file, mail folder, feed or page has come. Committed together with the records it counts, so
 * a killed run goes on exactly behind the last committed record.
 *
 * @param path the file relative to the source, the folder's name, or the URL
 * @param fingerprint what tells a changed container from an unchanged one: hash of a file, UIDVALIDITY of a folder
 * @param scan counts the readings from the beginning, from 1; a container that changed is read again under the next
 *     number, and records not seen again by the end of it are withdrawn
 * @param cursor where to go on; the reader's own notation, empty at the beginning
 * @param read records enumerated by the reader in this scan
 * @param complete whether this scan has reached the end
 */
public record Container(
        SourceId source, String path, String fingerprint, int scan, String cursor, long read, boolean complete) {
    /** A container that was never read. */
    public static Container first(SourceId source, String path, String fingerprint) {
        return new Container(source, path, fingerprint, 1, "", 0, false);
    }

    /** Where reading begins: where it has come to if the container is as it was, else at its beginning. */
    public static Container resumed(Optional<Container> known, SourceId source, String path, String fingerprint) {
        return known.map(before -> before.fingerprint().equals(fingerprint) ? before : before.again(fingerprint))
                .orElseGet(() -> first(source, path, fingerprint));
    }

    /** The same container, changed, to be read again from its beginning. */
    public Container again(String newFingerprint) {
        return new Container(source, path, newFingerprint, scan + 1, "", 0, false);
    }

    /** Progress after {@code records} more records. */
    public Container advanced(String newCursor, long records, boolean nowComplete) {
        return new Container(source, path, fingerprint, scan, newCursor, read + records, nowComplete);
    }
}
