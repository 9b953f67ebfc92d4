package org.talentrecall.ingest.document;

import java.io.IOException;
import java.io.InputStream;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;

/** Takes the pictures out of a document that may be pages of a scan; what is smaller is a logo or a portrait's frame. */
final class PicturesWithin implements EmbeddedDocumentExtractor {
    private final int most;
    private final DocumentParsing.Pictures into;
    private long left;
    private int taken;

    /**
     * @param most pictures; when they are there, the parsing is ended by {@link Enough}
     * @param bytes of all of them together; one that is larger than what is left is passed over
     */
    PicturesWithin(int most, long bytes, DocumentParsing.Pictures into) {
        this.most = most;
        this.left = bytes;
        this.into = into;
    }

    /** All pictures that were wanted have come. */
    static final class Enough extends IOException {
        private static final long serialVersionUID = 1;

        /** Whether it is the cause of what a parser made of it. */
        static boolean is(Throwable failure) {
            for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof Enough) {
                    return true;
                }
            }
            return false;
        }
    }

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
        return true;
    }

    @Override
    public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean html)
            throws IOException {
        byte[] picture = stream.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, left + 1));
        if (picture.length > left || PictureSize.pointsByReading(picture) < PictureSize.LEAST) {
            return;
        }
        left -= picture.length;
        into.take(picture);
        if (++taken >= most) {
            throw new Enough();
        }
    }
}
