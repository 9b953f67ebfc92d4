package org.talentrecall.archive.intake;

import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceId;

/**
 * A record of which a reader could not decide something.
 *
 * @param container the path of the container it was last met in
 * @param content the hash of its raw bytes
 * @param place where the question arose
 */
public record AskingRecord(
        RecordId id, SourceId source, String naturalKey, String container, ContentHash content, Locator place) {}
