package org.talentrecall.archive.store;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.json.ArchiveJson;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.Disposition;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceRecord;

/** A reading on its way into the database. */
final class Incoming {
    private final Reading reading;
    private final Container in;
    private final String hash;
    private final byte[] body;

    private Incoming(Reading reading, Container in, String hash, byte[] body) {
        this.reading = reading;
        this.in = in;
        this.hash = hash;
        this.body = body;
    }

    static Incoming of(Reading reading, Container in) {
        ReadingBody said = new ReadingBody(reading.facts(), reading.links());
        String json = ArchiveJson.write(said);
        byte[] body = Body.pack(json);
        if (body.length > Body.LARGEST) {
            Reading rejected = Reading.rejected(
                    reading.record(),
                    "TOO_LARGE",
                    "What was read here takes more than a megabyte even compressed; split the source and read it again.");
            return of(rejected, in);
        }
        Head head = new Head(reading.record(), reading.subject().name(), reading.disposition());
        byte[] hashed = (ArchiveJson.write(head) + json).getBytes(StandardCharsets.UTF_8);
        return new Incoming(reading, in, ContentHash.of(hashed).value(), body);
    }

    Reading reading() {
        return reading;
    }

    /** The id of the container it was met in. */
    String container() {
        return ContainerRows.id(in);
    }

    int scan() {
        return in.scan();
    }

    /** Tells whether anything about the reading differs from the version that is there. */
    String hash() {
        return hash;
    }

    /** Packed facts and links. */
    byte[] body() {
        return body;
    }

    RecordId id() {
        return reading.record().id();
    }

    Standing outcome() {
        return Standing.of(reading.disposition());
    }

    @Nullable
    String code() {
        if (reading.disposition() instanceof Disposition.Rejected rejected) {
            return rejected.code();
        }
        return reading.disposition() instanceof Disposition.Suppressed suppressed ? suppressed.code() : null;
    }

    @Nullable
    String sentence() {
        if (reading.disposition() instanceof Disposition.Rejected rejected) {
            return Database.text(rejected.sentence());
        }
        return reading.disposition() instanceof Disposition.Suppressed suppressed && suppressed.sentence() != null
                ? Database.text(suppressed.sentence())
                : null;
    }

    @Nullable
    String mergedInto() {
        return reading.disposition() instanceof Disposition.Merged merged
                ? merged.into().value()
                : null;
    }

    /** By what it is settled among others, or null. */
    @Nullable
    String duplicateHash() {
        return DuplicateHash.of(id(), outcome(), reading.record().duplicateKey());
    }

    /** Only what was said: read times and scans make no new version. */
    private record Head(SourceRecord record, String subject, Disposition disposition) {}
}
