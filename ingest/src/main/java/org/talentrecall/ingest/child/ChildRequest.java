package org.talentrecall.ingest.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * What a child is asked to do. The array is not copied; nobody changes it.
 *
 * @param work names the work, as the child's program knows it
 * @param words what the work wants to know, such as a media type or a path
 * @param content the bytes to work on; empty when a path names them
 */
@SuppressWarnings("ArrayRecordComponent")
public record ChildRequest(String work, String[] words, byte[] content) {
    public static ChildRequest of(String work, byte[] content, String... words) {
        return new ChildRequest(work, words, content);
    }

    /** The word at {@code index} as a number. */
    public long number(int index) {
        return Long.parseLong(words[index]);
    }

    void write(DataOutputStream out) throws IOException {
        ChildText.write(out, work);
        ChildText.writeAll(out, List.of(words));
        out.writeInt(content.length);
        out.write(content);
        out.flush();
    }

    static ChildRequest read(DataInputStream in) throws IOException {
        String work = ChildText.read(in);
        String[] words = ChildText.readAll(in).toArray(String[]::new);
        return new ChildRequest(work, words, in.readNBytes(in.readInt()));
    }
}
