package org.talentrecall.ingest.mailbox;

import java.util.ArrayList;
import java.util.List;
import org.talentrecall.ingest.document.Deadline;
import org.talentrecall.ingest.document.DocumentReader;
import org.talentrecall.ingest.message.AttachedFile;
import org.talentrecall.ingest.message.Message;
import org.talentrecall.ingest.message.MessageLimits;
import org.talentrecall.ingest.message.MessageReader;

/**
 * Takes {@code winmail.dat} apart: Exchange wraps text and files of a mail in it, so they belong to the mail that carries
 * it. One that cannot be opened stays an attached file.
 */
final class Winmail {
    private static final String TNEF = "application/vnd.ms-tnef";

    private Winmail() {}

    static Message unwrapped(Message message, DocumentReader documents, MessageLimits limits, Deadline end) {
        String body = message.body();
        List<AttachedFile> files = new ArrayList<>();
        boolean any = false;
        for (AttachedFile file : message.attachments()) {
            byte[] mime = isTnef(file.content())
                    ? documents.message(file.content(), TNEF, end).bytes()
                    : null;
            if (mime == null) {
                files.add(file);
                continue;
            }
            any = true;
            Message within = MessageReader.read(mime, limits);
            // The mail's own text is the same one less its looks, or nothing.
            body = body.isBlank() ? within.body() : body;
            for (AttachedFile inner : within.attachments()) {
                files.add(new AttachedFile(
                        file.path() + '!' + inner.path(),
                        inner.name(),
                        inner.declaredType(),
                        inner.content(),
                        inner.inline(),
                        inner.refused()));
            }
        }
        return any ? message.with(body, files) : message;
    }

    /** MS-OXTNEF 2.1.3.1: TNEF_SIGNATURE. */
    private static boolean isTnef(byte[] content) {
        return content.length > 6
                && (content[0] & 0xFF) == 0x78
                && (content[1] & 0xFF) == 0x9F
                && (content[2] & 0xFF) == 0x3E
                && (content[3] & 0xFF) == 0x22;
    }
}
