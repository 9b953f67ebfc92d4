package org.talentrecall.ingest.document;

import java.util.Set;

/** What is done with a media type. */
enum MediaKind {
    /** Decoded here. */
    PLAIN,
    /** Decoded here, read by jsoup. */
    HTML,
    /** A message; also a web page saved with its pictures, which is a message by its form. */
    MESSAGE,
    /** Read by Tika's parsers. */
    OFFICE,
    /** Office file under a password. */
    PROTECTED,
    PICTURE,
    WORKBOOK,
    /** Packed files that can be unpacked. */
    PACKED,
    RAR,
    /** One message of Outlook, or the winmail.dat it makes of one. */
    OUTLOOK,
    /** A file of many messages. */
    MAILBOX,
    OTHER;

    private static final Set<String> OFFICE_TYPES = Set.of(
            "application/pdf",
            "application/msword",
            "application/x-tika-msoffice",
            "application/rtf",
            "text/rtf",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
            "application/vnd.ms-word.document.macroenabled.12",
            "application/vnd.ms-word.template.macroenabled.12",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.text-template",
            "application/vnd.oasis.opendocument.tika.flat.document",
            "application/vnd.ms-wordml",
            "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation");
    private static final Set<String> PACKED_TYPES = Set.of(
            "application/zip",
            "application/gzip",
            "application/x-gzip",
            "application/x-tar",
            "application/x-gtar",
            "application/x-bzip",
            "application/x-bzip2",
            "application/x-7z-compressed",
            "application/x-xz");

    static MediaKind of(String type) {
        if (OFFICE_TYPES.contains(type)) {
            return OFFICE;
        }
        if (PACKED_TYPES.contains(type)) {
            return PACKED;
        }
        if (type.contains("rar-compressed")) {
            return RAR;
        }
        if (type.equals("application/vnd.ms-outlook") || type.equals("application/vnd.ms-tnef")) {
            return OUTLOOK;
        }
        if (type.equals("application/mbox") || type.equals("application/vnd.ms-outlook-pst")) {
            return MAILBOX;
        }
        if (type.equals("text/html") || type.equals("application/xhtml+xml")) {
            return HTML;
        }
        if (type.equals("message/rfc822") || type.equals("multipart/related") || type.equals("message/x-emlx")) {
            return MESSAGE;
        }
        if (type.contains("protected") || type.contains("encrypted")) {
            return PROTECTED;
        }
        if (type.startsWith("image/")) {
            return PICTURE;
        }
        if (type.contains("excel") || type.contains("spreadsheet") || type.contains("ms-excel")) {
            return WORKBOOK;
        }
        return type.startsWith("text/") ? PLAIN : OTHER;
    }
}
