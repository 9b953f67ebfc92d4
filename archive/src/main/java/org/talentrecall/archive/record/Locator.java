package org.talentrecall.archive.record;

import org.jspecify.annotations.Nullable;

/** Where exactly a value was read (M2). Page, row and line numbers count from 1. */
public sealed interface Locator {
    /** One line for people, for example {@code hr-inbox <id@host> resume.pdf p.2} or {@code log.xlsx 面试记录!F12}. */
    String display();

    /**
     * A place in a mail message.
     *
     * @param mailbox the source's name and folder
     * @param messageId the Message-ID without angle brackets, or a hash where the mail has none
     * @param attachment file name of the attachment, or null for the body
     */
    record Mail(
            String mailbox,
            String messageId,
            @Nullable String attachment,
            @Nullable Integer page,
            @Nullable Integer line)
            implements Locator {
        @Override
        public String display() {
            return mailbox + " <" + messageId + ">" + suffix(" ", attachment) + suffix(" p.", page)
                    + suffix(" l.", line);
        }
    }

    /**
     * A cell, or a whole row where the column is null.
     *
     * @param sheet the sheet's name; empty for delimited files
     * @param column the column's letters, for example {@code AB}
     */
    record Cell(
            String file, String sheet, int row, @Nullable String column) implements Locator {
        @Override
        public String display() {
            return file + " " + (sheet.isEmpty() ? "" : sheet + "!") + (column == null ? "" : column) + row;
        }
    }

    /** A place in a document that lies in a folder. */
    record Document(
            String file, @Nullable Integer page, @Nullable Integer line) implements Locator {
        @Override
        public String display() {
            return file + suffix(" p.", page) + suffix(" l.", line);
        }
    }

    /**
     * A place on a web page or in a feed.
     *
     * @param element what on the page said it, for example {@code JSON-LD Person.worksFor}
     */
    record Web(String url, @Nullable String element) implements Locator {
        @Override
        public String display() {
            return url + suffix(" ", element);
        }
    }

    private static String suffix(String before, @Nullable Object value) {
        return value == null ? "" : before + value;
    }
}
