package org.talentrecall.ingest.document;

/** How the reading of one document ended. */
public sealed interface DocumentReading {
    /** The media type found from the content, never from the name. */
    String type();

    /** Its text, which has at least one letter or digit. */
    record Read(String type, DocumentText text) implements DocumentReading {}

    /**
     * No text could be had.
     *
     * @param code one of the constants of {@link Why} by name
     * @param sentence what is wrong and what to do
     */
    record Unread(String type, Why code, String sentence) implements DocumentReading {
        Unread(String type, Why code) {
            this(type, code, code.sentence());
        }
    }

    /** Why a document has no text. */
    enum Why {
        EMPTY("The file is empty: ask the sender for it again."),
        ENCRYPTED("The file is protected by a password: ask for a copy without one."),
        CORRUPT("The file is damaged or cut off: ask the sender for it again."),
        NO_TEXT("The file holds no text, only pictures (a scan?): ask for the document itself, or type the data in."),
        TOO_LARGE("The file is larger than the limits in recall.ingest.limits allow: raise them or split the file."),
        TOO_SLOW("Reading the file took longer than recall.ingest.limits.document-time: it was given up."),
        WORKBOOK("A workbook is not read as a resume: put it where a source of kind workbook looks for it."),
        ARCHIVE("The file is a packed archive: unpack it and send its files singly."),
        UNSUPPORTED("Files of this format cannot be read: ask for PDF, Word, RTF, ODT, HTML or plain text.");

        private final String sentence;

        Why(String sentence) {
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }
    }
}
