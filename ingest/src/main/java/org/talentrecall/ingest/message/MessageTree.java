package org.talentrecall.ingest.message;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.talentrecall.ingest.message.Message.Fault;

/** Takes a message apart with MIME4J, within limits. What comes before a fault is kept. */
final class MessageTree {
    /** What is too long is left out here rather than by MIME4J, which would stop there. */
    private static final MimeConfig LENIENT = new MimeConfig.Builder()
            .setMaxLineLen(-1)
            .setMaxHeaderCount(-1)
            .setMaxHeaderLen(-1)
            .build();

    private final MessageLimits limits;
    private final MessagePart root = new MessagePart("");
    private final Set<Fault> faults = EnumSet.noneOf(Fault.class);
    private final Deque<MessagePart> open = new ArrayDeque<>();
    private int parts;

    private MessageTree(MessageLimits limits) {
        this.limits = limits;
    }

    static MessageTree read(byte[] raw, MessageLimits limits) {
        MessageTree tree = new MessageTree(limits);
        MimeTokenStream stream = new MimeTokenStream(LENIENT, DecodeMonitor.SILENT, null);
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        try {
            stream.parse(new ByteArrayInputStream(raw));
            tree.walk(stream);
        } catch (MimeException | IOException e) {
            tree.faults.add(Fault.CUT_OFF);
        }
        return tree;
    }

    MessagePart root() {
        return root;
    }

    Set<Fault> faults() {
        return faults;
    }

    private void walk(MimeTokenStream stream) throws MimeException, IOException {
        for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
            switch (state) {
                case T_START_MESSAGE -> open.push(root);
                case T_START_BODYPART -> open.push(current().child());
                case T_END_BODYPART, T_END_MESSAGE -> open.pop();
                case T_FIELD -> field(stream.getField());
                case T_START_MULTIPART ->
                    current().type = stream.getBodyDescriptor().getMimeType();
                case T_BODY -> {
                    current().type = stream.getBodyDescriptor().getMimeType();
                    current().content = stream.getDecodedInputStream().readAllBytes();
                }
                // For programs that know no MIME; all there is where the boundary that is named never comes.
                case T_PREAMBLE -> current().content = stream.getInputStream().readAllBytes();
                default -> {
                    // Epilogues are for such programs too.
                }
            }
            if (state == EntityState.T_START_MULTIPART && open.size() > limits.depth()) {
                faults.add(Fault.TOO_DEEP);
                return;
            }
            if (state == EntityState.T_START_BODYPART && ++parts > limits.parts()) {
                faults.add(Fault.TOO_MANY_PARTS);
                return;
            }
        }
    }

    private MessagePart current() {
        return open.element();
    }

    private void field(Field field) {
        if (field.getRaw().length() > limits.headerLength() || current().headers.size() >= limits.headers()) {
            faults.add(Fault.HEADERS_TOO_LONG);
            return;
        }
        String raw = new String(field.getRaw().toByteArray(), StandardCharsets.ISO_8859_1);
        int colon = raw.indexOf(':');
        if (colon > 0) {
            current().headers.add(raw.substring(0, colon), raw.substring(colon + 1));
        }
    }
}
