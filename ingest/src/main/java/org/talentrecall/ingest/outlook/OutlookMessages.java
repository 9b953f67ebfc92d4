package org.talentrecall.ingest.outlook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hmef.attribute.MAPIRtfAttribute;
import org.apache.poi.hmef.attribute.MAPIStringAttribute;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.datatypes.ByteChunk;
import org.apache.poi.hsmf.datatypes.Chunk;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import org.apache.poi.hsmf.datatypes.PropertyValue;
import org.apache.poi.hsmf.datatypes.RecipientChunks;
import org.apache.poi.hsmf.datatypes.StringChunk;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Turns {@code .msg} files (MS-OXMSG) and {@code winmail.dat} (MS-OXTNEF) into MIME messages by Apache POI. May fail in any
 * way on hostile bytes, so it is to run in a child process.
 */
public final class OutlookMessages {
    private static final String TNEF = "application/vnd.ms-tnef";
    private static final int SMTP_ADDRESS_OF_SENDER = 0x5D01;
    private static final int SMTP_ADDRESS_SENT_FOR = 0x5D02;
    private static final int IN_REPLY_TO = 0x1042;
    private static final int REFERENCES = 0x1039;
    private static final int RECIPIENT_TYPE = 0x0C15;
    private static final int CARBON_COPY = 2;
    private static final int BLIND_COPY = 3;

    private OutlookMessages() {}

    /**
     * The file as a MIME message.
     *
     * @param type which of the two it is
     * @param depth how many messages within each other are turned; deeper ones are left out
     * @param bytes how large attached files may be together; those behind are left empty
     */
    public static byte[] mime(byte[] content, String type, int depth, long bytes) throws IOException {
        if (type.equals(TNEF)) {
            return tnef(new HMEFMessage(new ByteArrayInputStream(content)));
        }
        try (MAPIMessage message = new MAPIMessage(new ByteArrayInputStream(content))) {
            return new Conversion(bytes).of(message, 0, depth);
        }
    }

    /** One file, whose attachments share one allowance of bytes. */
    private static final class Conversion {
        private long left;

        Conversion(long bytes) {
            left = bytes;
        }

        byte[] of(MAPIMessage message, int depth, int deepest) throws IOException {
            message.setReturnNullOnMissingChunk(true);
            message.guess7BitEncoding();
            MimeMessage mime = new MimeMessage(depth);
            try {
                headers(message, mime);
                bodies(message, mime);
                for (AttachmentChunks file : message.getAttachmentFiles()) {
                    attach(mime, file, depth, deepest);
                }
            } catch (ChunkNotFoundException e) {
                throw new IOException(e);
            }
            return mime.bytes();
        }

        private void attach(MimeMessage mime, AttachmentChunks file, int depth, int deepest) throws IOException {
            String name = text(file.getAttachLongFileName());
            name = name == null ? text(file.getAttachFileName()) : name;
            name = name == null ? text(file.getAttachDisplayName()) : name;
            if (file.isEmbeddedMessage()) {
                if (depth + 1 < deepest) {
                    try (MAPIMessage within = file.getEmbeddedMessage()) {
                        mime.message(null, of(within, depth + 1, deepest));
                    }
                }
                return;
            }
            ByteChunk data = file.getAttachData();
            byte[] content = data == null ? file.getEmbeddedAttachmentObject() : data.getValue();
            byte[] kept = content == null || content.length > left ? new byte[0] : content;
            left -= kept.length;
            mime.file(name, text(file.getAttachMimeTag()), text(file.getAttachContentId()), kept);
        }
    }

    private static void headers(MAPIMessage message, MimeMessage mime) throws ChunkNotFoundException {
        String[] lines = message.getHeaders();
        mime.transport(lines == null ? null : String.join("\r\n", lines));
        String name = message.getDisplayFrom();
        mime.header("From", MimeMessage.mailbox(name, sender(message)));
        for (int kind = 1; kind < BLIND_COPY; kind++) {
            StringJoiner people = new StringJoiner(", ");
            for (RecipientChunks recipient : message.getRecipientDetailsChunks()) {
                if (kind(recipient) == kind) {
                    Optional.ofNullable(MimeMessage.mailbox(
                                    recipient.getRecipientName(), recipient.getRecipientEmailAddress()))
                            .ifPresent(people::add);
                }
            }
            mime.header(kind == CARBON_COPY ? "Cc" : "To", people.toString());
        }
        mime.header("Subject", message.getSubject());
        Calendar date = message.getMessageDate();
        mime.date(date == null ? null : date.toInstant());
        mime.header("Message-ID", text(message.getMainChunks().getMessageId()));
        mime.header("In-Reply-To", text(message, IN_REPLY_TO));
        mime.header("References", text(message, REFERENCES));
    }

    private static void bodies(MAPIMessage message, MimeMessage mime) throws ChunkNotFoundException {
        mime.text(message.getTextBody());
        // The bytes of the page, which says itself what charset it is in, when Outlook kept them as bytes.
        ByteChunk bytes = message.getMainChunks().getHtmlBodyChunkBinary();
        String html = bytes == null ? message.getHtmlBody() : null;
        mime.html(bytes != null ? bytes.getValue() : html == null ? null : html.getBytes(StandardCharsets.UTF_8));
        String rtf = message.getRtfBody();
        mime.rtf(rtf == null ? null : rtf.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static @Nullable String sender(MAPIMessage message) {
        String[] known = {
            text(message, SMTP_ADDRESS_OF_SENDER),
            text(message, SMTP_ADDRESS_SENT_FOR),
            text(message.getMainChunks().getEmailFromChunk())
        };
        return Arrays.stream(known)
                .filter(address -> address != null && address.contains("@"))
                .findFirst()
                .orElse(null);
    }

    private static int kind(RecipientChunks recipient) {
        for (var entry : recipient.getProperties().entrySet()) {
            if (entry.getKey().id == RECIPIENT_TYPE) {
                for (PropertyValue value : entry.getValue()) {
                    if (value.getValue() instanceof Integer number) {
                        return number;
                    }
                }
            }
        }
        return 1;
    }

    private static @Nullable String text(MAPIMessage message, int property) {
        for (Chunk chunk : message.getMainChunks().getChunks()) {
            if (chunk.getChunkId() == property && chunk instanceof StringChunk text) {
                return text(text);
            }
        }
        return null;
    }

    private static @Nullable String text(@Nullable StringChunk chunk) {
        String value = chunk == null ? null : chunk.getValue();
        return value == null || value.isBlank() ? null : value;
    }

    private static byte[] tnef(HMEFMessage message) {
        MimeMessage mime = new MimeMessage(0);
        mime.header("Subject", message.getSubject());
        mime.text(text(message.getMessageMAPIAttribute(MAPIProperty.BODY)));
        MAPIAttribute html = message.getMessageMAPIAttribute(MAPIProperty.BODY_HTML);
        mime.html(html == null ? null : html.getData());
        if (message.getMessageMAPIAttribute(MAPIProperty.RTF_COMPRESSED) instanceof MAPIRtfAttribute rtf) {
            mime.rtf(rtf.getData());
        }
        List<Attachment> files = message.getAttachments();
        for (Attachment file : files) {
            byte[] content = file.getContents();
            String name = file.getLongFilename() == null ? file.getFilename() : file.getLongFilename();
            mime.file(name, null, null, content == null ? new byte[0] : content);
        }
        return mime.bytes();
    }

    private static @Nullable String text(@Nullable MAPIAttribute attribute) {
        return attribute instanceof MAPIStringAttribute string ? string.getDataString() : null;
    }
}
