package org.talentrecall.archive.dossier;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.talentrecall.archive.record.ContentHash;

/**
 * A checksum over dossiers that does not depend on their order: the sum, modulo 2<sup>128</sup>, of the first 128 bits of
 * SHA-256 over {@code id:hash}. The archive and the index each compute it from what they hold. Not thread-safe.
 */
public final class DossierChecksum {
    private static final int DIGITS = 32;
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(128);

    private BigInteger sum = BigInteger.ZERO;
    private long count;

    /** Takes one dossier in. */
    public void add(PersonId id, String hash) {
        byte[] line = (id.value() + ':' + hash).getBytes(StandardCharsets.UTF_8);
        sum = sum.add(new BigInteger(ContentHash.of(line).value().substring(0, DIGITS), 16))
                .mod(MODULUS);
        count++;
    }

    /** How many were taken in. */
    public long count() {
        return count;
    }

    /** 32 hexadecimal digits; all zero when nothing was taken in. */
    public String value() {
        String digits = sum.toString(16);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }
}
