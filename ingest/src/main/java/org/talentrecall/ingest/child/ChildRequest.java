package org.talentrecall.ingest.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

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
        text(out, work);
        out.writeInt(words.length);
        for (String word : words) {
            text(out, word);
        }
        out.writeInt(content.length);
        out.write(content);
        out.flush();
    }

    static ChildRequest read(DataInputStream in) throws IOException {
        String work = text(in);
        String[] words = new String[in.readInt()];
        for (int i = 0; i < words.length; i++) {
            words[i] = text(in);
        }
        return new ChildRequest(work, words, in.readNBytes(in.readInt()));
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
