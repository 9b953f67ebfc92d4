package org.talentrecall.ingest.outlook;

import com.pff.PSTAppointment;
import com.pff.PSTAttachment;
import com.pff.PSTException;
import com.pff.PSTFile;
import com.pff.PSTFolder;
import com.pff.PSTMessage;
import com.pff.PSTObject;
import com.pff.PSTRecipient;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.child.ChildLoop;

/**
 * Reads the messages of a PST or OST file (MS-PST) by java-libpst, one after the other, folder by folder. May fail in any
 * way on hostile bytes, so it is to run in a child process.
 */
public final class OutlookStore {
    private static final int FOLDERS_DEEP = 50;

    private final ChildLoop.Pieces pieces;
    private final int deepest;
    private final long bytesAtMost;
    private long toPass;

    private OutlookStore(ChildLoop.Pieces pieces, long toPass, int deepest, long bytesAtMost) {
        this.pieces = pieces;
        this.toPass = toPass;
        this.deepest = deepest;
        this.bytesAtMost = bytesAtMost;
    }

    /**
     * A message, or that one could not be read. The array is not copied.
     *
     * @param folder with its folders above, parted by {@code /}
     * @param mime empty for a damaged message
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Kept(String folder, byte[] mime) {
        byte[] bytes() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(mime.length + 100);
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeUTF(folder);
            out.write(mime);
            return bytes.toByteArray();
        }

        /** Reads what a piece of {@link #read} holds. */
        public static Kept of(byte[] piece) {
            try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(piece))) {
                return new Kept(in.readUTF(), in.readAllBytes());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException("A child gave half a message", e);
            }
        }
    }

    /**
     * Sends a {@link Kept} for each message.
     *
     * @param pass how many messages at the beginning are passed over
     * @param depth how many messages within each other are turned
     * @param bytes how large the attached files of a message may be together; those behind are left empty
     */
    public static void read(Path file, long pass, int depth, long bytes, ChildLoop.Pieces pieces) throws IOException {
        try {
            PSTFile store = new PSTFile(file.toFile());
            try {
                new OutlookStore(pieces, pass, depth, bytes).folder(store.getRootFolder(), "", 0);
            } finally {
                store.close();
            }
        } catch (PSTException e) {
            throw new IOException(e);
        }
    }

    private void folder(PSTFolder folder, String path, int depth) throws PSTException, IOException {
        if (depth > FOLDERS_DEEP) {
            return;
        }
        if (folder.getContentCount() > 0) {
            messages(folder, path);
        }
        List<PSTFolder> below = folder.hasSubfolders() ? folder.getSubFolders() : List.of();
        for (PSTFolder next : below) {
            String name = next.getDisplayName().replace('/', '_').strip();
            folder(next, path.isEmpty() ? name : path + '/' + name, depth + 1);
        }
    }

    private void messages(PSTFolder folder, String path) throws PSTException, IOException {
        for (PSTObject item = folder.getNextChild(); item != null; item = folder.getNextChild()) {
            if (toPass > 0) {
                toPass--;
            } else if (item instanceof PSTMessage message) {
                pieces.send(kept(path, message).bytes());
            } else {
                pieces.send(new Kept(path, new byte[0]).bytes());
            }
        }
    }

    /** A message whose blocks are damaged makes the library throw what it likes; the messages behind are not lost with it. */
    private Kept kept(String path, PSTMessage message) {
        try {
            return new Kept(path, mime(message, 0, new long[] {bytesAtMost}));
        } catch (PSTException | IOException | RuntimeException e) {
            return new Kept(path, new byte[0]);
        }
    }

    private byte[] mime(PSTMessage message, int depth, long[] left) throws PSTException, IOException {
        MimeMessage mime = new MimeMessage(depth);
        mime.transport(message.getTransportMessageHeaders());
        mime.header("From", MimeMessage.mailbox(message.getSenderName(), address(message)));
        if (message instanceof PSTAppointment item && MeetingCalendar.isAbout(item.getMessageClass())) {
            byte[] calendar = OutlookAppointment.calendar(item).text().getBytes(StandardCharsets.UTF_8);
            mime.file("calendar.ics", "text/calendar", null, calendar);
        }
        // An entry of the calendar went to nobody; it says in its calendar who was invited.
        if (!message.getMessageClass().startsWith(MeetingCalendar.ENTRY)) {
            people(message, mime);
        }
        mime.header("Subject", message.getSubject());
        // What was never sent has the time when it was put into the store.
        Stream.of(message.getClientSubmitTime(), message.getMessageDeliveryTime(), message.getCreationTime())
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(time -> mime.date(time.toInstant()));
        mime.header("Message-ID", message.getInternetMessageId());
        mime.header("In-Reply-To", message.getInReplyToId());
        mime.text(message.getBody());
        String html = message.getBodyHTML();
        // The library has decoded it already, whatever the page says of its charset.
        mime.html(
                html == null || html.isBlank()
                        ? null
                        : ("<meta charset=\"utf-8\">" + html).getBytes(StandardCharsets.UTF_8));
        if (!mime.hasBody()) {
            String rtf = message.getRTFBody();
            mime.rtf(rtf == null ? null : rtf.getBytes(StandardCharsets.ISO_8859_1));
        }
        for (int i = 0; i < message.getNumberOfAttachments(); i++) {
            attach(mime, message.getAttachment(i), depth, left);
        }
        return mime.bytes();
    }

    private void attach(MimeMessage mime, PSTAttachment file, int depth, long[] left) throws PSTException, IOException {
        PSTMessage within = file.getEmbeddedPSTMessage();
        if (within != null) {
            if (depth + 1 < deepest) {
                mime.message(null, mime(within, depth + 1, left));
            }
            return;
        }
        String name = file.getLongFilename().isBlank() ? file.getFilename() : file.getLongFilename();
        String id = file.getContentId();
        byte[] content = new byte[0];
        if (file.getAttachMethod() == PSTAttachment.ATTACHMENT_METHOD_BY_VALUE && file.getFilesize() <= left[0]) {
            try (InputStream input = file.getFileInputStream()) {
                content = input.readAllBytes();
            }
            left[0] -= content.length;
        }
        mime.file(name.isBlank() ? null : name, file.getMimeTag(), id == null || id.isBlank() ? null : id, content);
    }

    private static @Nullable String address(PSTMessage message) {
        String address = message.getSenderEmailAddress();
        return address == null || address.isBlank() ? null : address;
    }

    private static void people(PSTMessage message, MimeMessage mime) throws PSTException, IOException {
        StringJoiner to = new StringJoiner(", ");
        StringJoiner copies = new StringJoiner(", ");
        for (int i = 0; i < message.getNumberOfRecipients(); i++) {
            PSTRecipient recipient = message.getRecipient(i);
            String smtp = recipient.getSmtpAddress();
            String mailbox = MimeMessage.mailbox(
                    recipient.getDisplayName(), smtp == null || smtp.isBlank() ? recipient.getEmailAddress() : smtp);
            if (mailbox != null && recipient.getRecipientType() == PSTMessage.RECIPIENT_TYPE_TO) {
                to.add(mailbox);
            } else if (mailbox != null && recipient.getRecipientType() == PSTMessage.RECIPIENT_TYPE_CC) {
                copies.add(mailbox);
            }
        }
        mime.header("To", to.toString());
        mime.header("Cc", copies.toString());
    }
}
