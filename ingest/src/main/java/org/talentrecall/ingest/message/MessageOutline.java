package org.talentrecall.ingest.message;

import java.util.ArrayList;
import java.util.List;

/**
 * What a message is found to consist of before anything is made of its parts: for those who compare it with what others
 * find in it. A message within the message is the content of a part; it has an outline of its own. The array is not copied.
 *
 * @param type lower case, as claimed, or what stands for no claim
 * @param fields in their order
 * @param parts of a multipart, in their order
 * @param content of a part without parts, with its transfer encoding undone
 * @param faults what was wrong with the form of the message as a whole
 */
@SuppressWarnings("ArrayRecordComponent")
public record MessageOutline(
        String type, List<Field> fields, List<MessageOutline> parts, byte[] content, List<Message.Fault> faults) {
    /**
     * One header.
     *
     * @param name lower case
     * @param value as it stands, folded, one byte a character
     */
    public record Field(String name, String value) {}

    public MessageOutline {
        fields = List.copyOf(fields);
        parts = List.copyOf(parts);
        faults = List.copyOf(faults);
    }

    /** Takes a message apart as reading it does, within the usual limits. Never throws for what it holds. */
    public static MessageOutline of(byte[] raw) {
        MessageTree tree = MessageTree.read(MessageHead.bare(raw), MessageLimits.USUAL);
        return of(tree.root(), List.copyOf(tree.faults()));
    }

    private static MessageOutline of(MessagePart part, List<Message.Fault> faults) {
        List<MessageOutline> parts = new ArrayList<>();
        part.children.forEach(child -> parts.add(of(child, List.of())));
        return new MessageOutline(part.type, part.headers.all(), parts, part.content, faults);
    }
}
