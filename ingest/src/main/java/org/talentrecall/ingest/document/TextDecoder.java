package org.talentrecall.ingest.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into text when the label may be missing or wrong, as in mail and text files from China.
 *
 * <p>A label is believed when the bytes are well formed under it and do not plainly speak another language; {@code gb2312}
 * and {@code gbk} are read as GB18030, which holds both. Otherwise the bytes decide among UTF-8, UTF-16, ISO-2022-JP,
 * GB18030 and Big5, and Windows-1252 is what remains. Never fails: what cannot be read becomes U+FFFD.
 */
public final class TextDecoder {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5-HKSCS");
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final double CLEARLY = 0.2;
    private static final Charset ISO_2022_JP = Charset.forName("x-windows-iso2022jp");
    private static final Map<String, Charset> MEANT = Map.ofEntries(
            Map.entry("gb2312", GB18030),
            Map.entry("gb_2312-80", GB18030),
            Map.entry("gb2312-80", GB18030),
            Map.entry("csgb2312", GB18030),
            Map.entry("euc-cn", GB18030),
            Map.entry("gbk", GB18030),
            Map.entry("x-gbk", GB18030),
            Map.entry("cp936", GB18030),
            Map.entry("ms936", GB18030),
            Map.entry("windows-936", GB18030),
            Map.entry("big5", BIG5),
            Map.entry("cp950", BIG5),
            Map.entry("utf8", StandardCharsets.UTF_8),
            Map.entry("us-ascii", WESTERN),
            Map.entry("ascii", WESTERN),
            Map.entry("iso-8859-1", WESTERN),
            Map.entry("latin1", WESTERN),
            Map.entry("gb_2312", GB18030),
            Map.entry("chinese", GB18030),
            Map.entry("iso-2022-jp", ISO_2022_JP),
            Map.entry("shift_jis", Charset.forName("windows-31j")),
            Map.entry("ks_c_5601-1987", Charset.forName("x-windows-949")),
            Map.entry("euc-kr", Charset.forName("x-windows-949")));

    private static final Pattern UTF_7 =
            Pattern.compile("(x-)?(unicode-[12]-[01]-)?utf-?7(-imap)?|csunicode11utf7|(cp|windows-)65000");
    private static final Set<String> WITHIN_GB18030 = Set.of("GBK", "GB2312", "x-mswin-936", "x-IBM1381", "x-IBM1386");

    private TextDecoder() {}

    /**
     * Reads bytes as text.
     *
     * @param label the charset the source claims, or null
     */
    public static String decode(byte[] bytes, @Nullable String label) {
        if (label != null && HzText.labelled(bare(label)) && ascii(bytes)) {
            return tidy(HzText.decode(bytes));
        }
        return tidy(new String(bytes, charset(bytes, label)));
    }

    /** Whether a label names UTF-7, which is never decoded: it lets a text hide from every filter on its way. */
    public static boolean isUtf7(@Nullable String label) {
        return label != null && UTF_7.matcher(bare(label)).matches();
    }

    /** Whether bytes of unknown kind are text in some charset: no control characters, and hardly any that cannot be read. */
    static boolean isText(byte[] bytes) {
        String text = decode(bytes, null);
        long odd = text.chars()
                .filter(c -> c == 0xFFFD
                        || c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f'
                        || c >= 0x80 && c < 0xA0)
                .count();
        return !text.isBlank() && odd * 100 <= text.length();
    }

    private static Charset charset(byte[] bytes, @Nullable String label) {
        Charset marked = byteOrderMark(bytes);
        if (marked != null) {
            return marked;
        }
        Charset claimed = meant(label);
        if (claimed == null || claimed.equals(WESTERN)) {
            if (ascii(bytes)) {
                return escapes(bytes) ? ISO_2022_JP : StandardCharsets.US_ASCII;
            }
            return detected(bytes, WESTERN);
        }
        if (ascii(bytes)) {
            boolean japanese = escapes(bytes) && !claimed.name().contains("2022");
            return japanese ? ISO_2022_JP : claimed;
        }
        if (!wellFormed(bytes, claimed)) {
            Charset found = detected(bytes, claimed);
            return found.equals(WESTERN) ? claimed : found;
        }
        boolean traditional = claimed.equals(BIG5);
        if (!traditional && !claimed.equals(GB18030)) {
            return claimed;
        }
        // Text of one charset often is well formed in the others too, but reads as rare characters there.
        double likeness = ChineseLikeness.of(bytes, traditional);
        if (likeness < ChineseLikeness.CERTAIN && wellFormed(bytes, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        Charset other = traditional ? GB18030 : BIG5;
        boolean better = ChineseLikeness.of(bytes, !traditional) > likeness + CLEARLY;
        return better && wellFormed(bytes, other) ? other : claimed;
    }

    private static Charset detected(byte[] bytes, Charset otherwise) {
        if (wellFormed(bytes, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        Charset wide = wide(bytes);
        if (wide != null) {
            return wide;
        }
        double simplified = ChineseLikeness.of(bytes, false);
        double traditional = ChineseLikeness.of(bytes, true);
        if (Math.max(simplified, traditional) >= ChineseLikeness.PLAUSIBLE) {
            return simplified >= traditional ? GB18030 : BIG5;
        }
        return mostlyUtf8(bytes) ? StandardCharsets.UTF_8 : otherwise;
    }

    private static @Nullable Charset meant(@Nullable String label) {
        if (label == null) {
            return null;
        }
        String name = bare(label);
        Charset known = MEANT.get(name);
        if (known != null) {
            return known;
        }
        try {
            Charset named = Charset.forName(name);
            if (named.equals(StandardCharsets.ISO_8859_1) || named.equals(StandardCharsets.US_ASCII)) {
                return WESTERN;
            }
            return WITHIN_GB18030.contains(named.name()) ? GB18030 : named;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static String bare(String label) {
        return label.strip().toLowerCase(Locale.ROOT).replaceAll("^[\"']+|[\"';]+$", "");
    }

    private static @Nullable Charset byteOrderMark(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (starts(bytes, 0x84, 0x31, 0x95, 0x33)) {
            return GB18030;
        }
        if (starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16;
        }
        return null;
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean ascii(byte[] bytes) {
        for (byte b : bytes) {
            if (b <= 0) {
                return false;
            }
        }
        return true;
    }

    /** ISO-2022-JP hides in seven bits behind escapes such as ESC $ B. */
    private static boolean escapes(byte[] bytes) {
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == 0x1B && bytes[i + 1] == '$' && (bytes[i + 2] == 'B' || bytes[i + 2] == '@')) {
                return true;
            }
        }
        return false;
    }

    /** UTF-16 without a mark: every second byte of Latin letters, digits and line ends is zero. */
    private static @Nullable Charset wide(byte[] bytes) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        int enough = Math.max(1, bytes.length / 50);
        if (even + odd < enough || Math.min(even, odd) * 4 > Math.max(even, odd)) {
            return null;
        }
        return even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }

    private static boolean wellFormed(byte[] bytes, Charset charset) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** A text cut inside a character, or with a few broken ones, is still UTF-8. */
    private static boolean mostlyUtf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long broken = text.chars().filter(c -> c == 0xFFFD).count();
        long good = text.chars().filter(c -> c > 0x7F && c != 0xFFFD).count();
        return good > 10 * broken;
    }

    private static String tidy(String text) {
        String unmarked = !text.isEmpty() && text.charAt(0) == '\uFEFF' ? text.substring(1) : text;
        return unmarked.indexOf('\0') < 0 ? unmarked : unmarked.replace("\0", "");
    }
}
