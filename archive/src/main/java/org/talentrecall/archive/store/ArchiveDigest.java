package org.talentrecall.archive.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.record.ContentHash;

/**
 * One hash over what the archive holds: of each record that is not withdrawn its place, standing and words; who belongs to
 * whom and why; the dossiers; the openings. When and by which import something was read, how often, and in which order has
 * no part in it, so that the same sources read in another way give the same hash. Streams; takes some seconds for a hundred
 * thousand records.
 */
final class ArchiveDigest {
    private static final int FETCH = 1000;

    private final Database database;
    private final MessageDigest digest = ContentHash.digest();

    ArchiveDigest(Database database) {
        this.database = database;
    }

    String compute() {
        database.inTransaction(() -> {
            section("records");
            database.eachRow("""
                    select r.id, r.source, r.kind, r.natural_key, r.standing, r.merged_into, r.subject, r.said_at,
                        v.outcome_code, v.outcome_text, v.content, v.parent_id, v.duplicate_key, v.body
                    from source_record r join record_version v on v.record_id = r.id and v.version = r.version
                    where r.standing <> 'WITHDRAWN' order by r.id
                    """, FETCH, this::record);
            section("persons");
            database.eachRow(
                    "select record_id, person from person_record order by record_id", FETCH, row -> words(row, 2));
            section("joins");
            database.eachRow(
                    "select person, record_id, other_id, reason from person_join order by person, record_id, other_id",
                    FETCH,
                    row -> words(row, 4));
            section("dossiers");
            database.eachRow(
                    "select person, hash from dossier where not gone order by person", FETCH, row -> words(row, 2));
            section("openings");
            database.eachRow(
                    "select record_id, count(*) from opening_row group by record_id order by record_id",
                    FETCH,
                    row -> words(row, 2));
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private void record(ResultSet row) throws SQLException {
        words(row, 7);
        Instant said = Database.time(row, "said_at");
        word(said == null ? null : Long.toString(said.toEpochMilli()));
        for (String column : new String[] {"outcome_code", "outcome_text", "content", "parent_id", "duplicate_key"}) {
            word(row.getString(column));
        }
        byte[] body = row.getBytes("body");
        word(body == null ? null : Body.unpack(body));
    }

    private void words(ResultSet row, int count) throws SQLException {
        for (int i = 1; i <= count; i++) {
            word(row.getString(i));
        }
    }

    private void section(String name) {
        word("# " + name);
    }

    private void word(@Nullable String text) {
        byte[] bytes = (text == null ? "" : text).getBytes(StandardCharsets.UTF_8);
        digest.update((byte) (text == null ? 0 : 1));
        digest.update(
                java.nio.ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}
