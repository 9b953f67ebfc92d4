package org.talentrecall.ingest.spreadsheet.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops an entry of a zip that inflates beyond all proportion. */
final class InflationGuard extends FilterInputStream {
    /** Sheets of real people inflate ten to sixty times. */
    private static final long MOST_TIMES = 200;

    private static final long HARMLESS = 64L << 20;

    private final long limit;
    private long count;

    /** @param compressed the entry's compressed size in bytes */
    InflationGuard(InputStream in, long compressed) {
        super(in);
        this.limit = Math.max(HARMLESS, compressed * MOST_TIMES);
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        add(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        add(Math.max(read, 0));
        return read;
    }

    private void add(int bytes) throws Exceeded {
        count += bytes;
        if (count > limit) {
            throw new Exceeded();
        }
    }

    /** The limit was passed. */
    static final class Exceeded extends IOException {
        Exceeded() {
            super("An entry inflates to more than " + MOST_TIMES + " times its size");
        }
    }
}
