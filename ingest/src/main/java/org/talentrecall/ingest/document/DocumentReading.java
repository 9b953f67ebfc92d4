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
        NO_TEXT("The file holds no text: ask the sender for the document itself, or type the data in."),
        NEEDS_OCR(
                "The file is a picture of text (a scan or photo) and no program to read it is at hand: install tesseract"
                        + " with the languages of recall.ingest.ocr, or ask for the document itself."),
        TOO_LARGE("The file is larger than the limits in recall.ingest.limits allow: raise them or split the file."),
        TOO_SLOW("Reading the file took longer than recall.ingest.limits.document-time: it was given up."),
        OCR_TOO_SLOW(
                "Reading the picture took longer than recall.ingest.ocr.time: raise it, or ask for the document itself."),
        SMALL_PICTURE("The picture is too small to hold a page of text: an icon or a logo."),
        PICTURE_TOO_LARGE(
                "The picture has more than 100 million points, more than is read: ask for a smaller copy, or for the"
                        + " document itself."),
        OUT_OF_MEMORY("Reading the file needs more memory than recall.ingest.limits.parser-memory: raise it, or ask for"
                + " the document in another format."),
        PARSER_CRASHED("The file brought its parser down: ask for the document in another format."),
        TOO_DEEP(
                "The file lies within more messages and packed files than recall.ingest.limits.depth: unpack it by hand."),
        TOO_MANY_FILES("It holds more files than recall.ingest.limits.entries: those behind were left out; send them in"
                + " smaller packages."),
        TOO_MANY_ROWS(
                "The workbook has more rows than recall.ingest.limits.attached-rows: put it into a source of kind workbook,"
                        + " which reads any number."),
        INFLATES(
                "It grows beyond recall.ingest.limits.expansion-ratio or expanded-size when it is unpacked: the rest was"
                        + " left out; unpack it by hand if it is to be trusted."),
        TOO_LONG_IN_ALL(
                "Everything in the message together took longer than recall.ingest.limits.message-time: this part"
                        + " was left out; raise the limit and rerun."),
        UTF_7(
                "The text is in UTF-7, which hides what it says from filters and is read by no mail program any more: ask the"
                        + " sender for it again."),
        WORKBOOK("A workbook has no running text: put it where a source of kind workbook looks for it."),
        STORE_WITHIN(
                "An Outlook data file is too large a thing to be read out of another file: save it and name it as a source"
                        + " of kind eml or documents."),
        RAR("RAR archives cannot be opened by free software: ask for a zip file or for the files singly."),
        UNSUPPORTED("Files of this format cannot be read: ask for PDF, Word, RTF, ODT, HTML or plain text.");

        private final String sentence;

        Why(String sentence) {
            this.sentence = sentence;
        }

        /** What is wrong and what to do. */
        public String sentence() {
            return sentence;
        }
    }
}
