package org.talentrecall.ingest.document;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;

/** HZ (RFC 1843): GB 2312 in seven bits between a tilde with an opening and one with a closing brace; Java has no charset for it. */
final class HzText {
    private HzText() {}

    static boolean labelled(String label) {
        return label.equals("hz-gb-2312") || label.equals("hz") || label.equals("x-hz");
    }

    static String decode(byte[] bytes) {
        ByteArrayOutputStream eight = new ByteArrayOutputStream(bytes.length);
        boolean chinese = false;
        for (int i = 0; i < bytes.length; i++) {
            int c = bytes[i];
            int next = i + 1 < bytes.length ? bytes[i + 1] : -1;
            if (c == '~' && next == (chinese ? '}' : '{')) {
                chinese = !chinese;
                i++;
            } else if (c == '~' && !chinese && (next == '~' || next == '\n')) {
                if (next == '~') {
                    eight.write('~');
                }
                i++;
            } else if (c == '\n') {
                // A line never ends within Chinese, whatever a cut-off one says.
                chinese = false;
                eight.write(c);
            } else if (chinese && c > ' ' && next > ' ') {
                eight.write(c | 0x80);
                eight.write(next | 0x80);
                i++;
            } else {
                eight.write(c);
            }
        }
        return eight.toString(Charset.forName("GB18030"));
    }
}
