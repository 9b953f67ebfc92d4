package org.talentrecall.ingest.message;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parts what the writer of a body wrote from what they quote and from their signature.
 *
 * @param own lines in their places, lines that are not the writer's left blank, blank lines at the end left off
 * @param quoted without {@code >} marks
 * @param quotedFrom line of the body, from 1, at which the quote begins; 0 when nothing is quoted
 * @param signature empty when none is recognised
 */
public record OwnWords(String own, String quoted, int quotedFrom, String signature) {
    private static final Pattern RULE = Pattern.compile(
            "^[-_=*\\s]{2,}\\s*(original|(original|forwarded|replied|reply) (message|appointment|email)|forwarded by .*"
                    + "|(原始|原|转发的?|回复的?|轉寄的?|答复的?|以下是转发的?)原?(邮件|郵件|消息|信息|内容)(原件|信息)?|邮件原件|原文)\\s*[-_=*\\s]{2,}$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BEGIN_FORWARD = Pattern.compile(
            "^begin forwarded message\\s*[:：]$|^(下面是被转发的邮件|开始转发的?邮件|以下是转发的邮件)\\s*[:：]$", Pattern.CASE_INSENSITIVE);
    private static final Pattern WROTE = Pattern.compile(
            "^(on|at|am|le|el) .{6,300}(wrote|schrieb|a écrit|escribió)\\s*[:：]$"
                    + "|^(在|于|於)?\\s*.{0,250}(\\d{4}\\s*[-/年.].{0,250}|<.+@.+>.{0,100})(写道|寫道|写到|wrote)\\s*[:：]$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OPENS = Pattern.compile("(?:on|at|在|于) ?.{5}", Pattern.CASE_INSENSITIVE);
    private static final Pattern SENDER_LINE =
            Pattern.compile("^[*\\s]*(发件人|寄件者|寄件人|发送人|from|von|de)\\s*[*]*\\s*[:：].*", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_LINE = Pattern.compile(
            "^[*\\s]*(发送时间|发送日期|日\\s*期|时\\s*间|寄件日期|收件人|收件者|抄\\s*送|主\\s*题|主旨|sent|date|to|cc|subject|gesendet|datum|an|betreff|envoyé|à|objet|enviado|para|asunto)\\s*[*]*\\s*[:：].*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SIGNATURE_MARK = Pattern.compile("^--\\s?$|^—{2,}$|^_{5,}$");
    private static final Pattern DEVICE = Pattern.compile(
            "^(sent from (my|outlook|mail for).*|发自我的.{1,30}|来自我的.{1,30}|從我的 .{1,20}傳送|发自 ?(网易|qq|foxmail|outlook).{0,40}|获取 ?outlook.*|get outlook for .*)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CARD_LINE = Pattern.compile(
            "(电话|手机|座机|传真|邮箱|邮编|地址|网址|官网|分机|\\b(tel|mobile|phone|fax|mail|e-mail|email|address|web)\\b)"
                    + "(\\s*[:：].|\\s*[+(]?\\d)|www\\.|https?://|(微信|wechat)(号|\\s?id)?\\s*[:：]"
                    + "|(有限公司|股份公司|集团|Co\\.,? ?Ltd\\.?|\\bInc\\.|\\bGmbH|\\bLimited)\\s*([|｜/].*)?$|^\\s*\\+?\\d[\\d -]{9,16}$",
            Pattern.CASE_INSENSITIVE);
    private static final int CARD_LINES = 2;
    private static final int CARD_LENGTH = 8;
    private static final int HEADER_BLOCK = 6;
    private static final int HEADERS_AT_LEAST = 3;
    /** What follows in a body after so many lines or characters is neither: nobody writes or quotes that much to be read. */
    private static final int MOST_LINES = 5_000;

    private static final int MOST_CHARACTERS = 300_000;
    /** Longer lines are nobody's signature and begin no quote; a list of receivers is told by its beginning. */
    private static final int LONGEST_LINE = 1_000;

    /** Splits a body as {@link Message#body} gives it, knowing nothing of its writer. */
    public static OwnWords of(String body) {
        return of(body, null);
    }

    /**
     * Splits a body as {@link Message#body} gives it.
     *
     * @param colleague name of the writer when they are one of ours: a last paragraph with it and one line of a visiting card
     *     is their signature, so that their own phone is not taken for a candidate's
     */
    public static OwnWords of(String body, @Nullable String colleague) {
        String[] lines =
                beginning(body).replace('\u00A0', ' ').replace('\u3000', ' ').split("\n", -1);
        int rest = restQuoted(lines);
        List<String> own = new ArrayList<>();
        List<String> quoted = new ArrayList<>();
        int from = 0;
        int introduced = 0;
        for (int i = 0; i < lines.length; i++) {
            introduced = Math.max(introduced, i + introduces(lines, i));
            boolean isQuote = i >= rest || i < introduced || marked(lines[i]);
            if (isQuote && from == 0) {
                from = i + 1;
            }
            // Within the quote lines keep their places as well, so that its line n is body line from + n - 1.
            if (from > 0) {
                quoted.add(isQuote ? unmarked(lines[i]) : "");
            }
            own.add(isQuote ? "" : lines[i]);
        }
        int signature = signatureFrom(own, colleague);
        String signed = String.join("\n", own.subList(signature, own.size())).strip();
        String written = String.join("\n", own.subList(0, signature)).stripTrailing();
        if (written.isBlank() && !signed.isBlank()) {
            // Nothing but a card, such as an answer that only gives a number, is what was meant to be said.
            return new OwnWords(String.join("\n", own).stripTrailing(), text(quoted), from, "");
        }
        return new OwnWords(written.isBlank() ? "" : written, text(quoted), from, signed);
    }

    private static String text(List<String> lines) {
        String joined = String.join("\n", lines).stripTrailing();
        return joined.isBlank() ? "" : joined;
    }

    private static String beginning(String body) {
        int end = -1;
        for (int line = 0; line < MOST_LINES; line++) {
            end = body.indexOf('\n', end + 1);
            if (end < 0 || end > MOST_CHARACTERS) {
                return body.substring(0, Math.min(body.length(), MOST_CHARACTERS));
            }
        }
        return body.substring(0, end);
    }

    private static boolean marked(String line) {
        return line.startsWith(">") || line.startsWith("＞") || line.startsWith("&gt;");
    }

    /** Not by a pattern: the one for marks of two kinds calls itself for each, and a line of thousands overflows the stack. */
    private static String unmarked(String line) {
        int at = 0;
        while (line.startsWith(">", at) || line.startsWith("＞", at) || line.startsWith("&gt;", at)) {
            at += line.charAt(at) == '&' ? 4 : 1;
            at += at < line.length() && Character.isWhitespace(line.charAt(at)) ? 1 : 0;
        }
        return line.substring(at);
    }

    /** The line from which on everything is quoted, or the number of lines. */
    private static int restQuoted(String[] lines) {
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (isRule(line)
                    || endsWithColon(line) && BEGIN_FORWARD.matcher(line).matches()
                    || headerBlock(lines, i)) {
                return i;
            }
            int introduction = introduces(lines, i);
            if (introduction > 0 && !markedBehind(lines, i + introduction)) {
                return i;
            }
        }
        return lines.length;
    }

    /** How many lines at {@code i} say who wrote what follows: 0, 1 or 2. */
    private static int introduces(String[] lines, int i) {
        String line = lines[i].strip();
        if (line.isEmpty() || marked(line)) {
            return 0;
        }
        if (endsWithColon(line) && WROTE.matcher(line).matches()) {
            return 1;
        }
        String next = i + 1 < lines.length ? lines[i + 1].strip() : "";
        boolean opens = endsWithColon(next) && OPENS.matcher(line).lookingAt() && line.length() < LONGEST_LINE;
        return opens && WROTE.matcher(line + ' ' + next).matches() ? 2 : 0;
    }

    private static boolean isRule(String line) {
        return line.length() < LONGEST_LINE
                && !line.isEmpty()
                && "-_=*".indexOf(line.charAt(line.length() - 1)) >= 0
                && RULE.matcher(line).matches();
    }

    /** What says who wrote what follows is one line of a usual length and ends so. */
    private static boolean endsWithColon(String line) {
        return line.length() < LONGEST_LINE && (line.endsWith(":") || line.endsWith("："));
    }

    private static boolean markedBehind(String[] lines, int from) {
        for (int i = from; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                return marked(lines[i].strip());
            }
        }
        return false;
    }

    /** The sender's line with two others soon behind it, or three header lines without a gap, the sender's among them. */
    private static boolean headerBlock(String[] lines, int i) {
        if (!headerLine(lines[i])) {
            return false;
        }
        boolean begins = SENDER_LINE.matcher(beginningOf(lines[i])).matches();
        int headers = 0;
        boolean sender = false;
        for (int j = i; j < Math.min(lines.length, i + HEADER_BLOCK); j++) {
            boolean header = headerLine(lines[j]);
            if (!header && !begins) {
                break;
            }
            headers += header ? 1 : 0;
            sender |= header && SENDER_LINE.matcher(beginningOf(lines[j])).matches();
        }
        return sender && headers >= HEADERS_AT_LEAST;
    }

    private static String beginningOf(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE);
    }

    private static boolean headerLine(String whole) {
        String line = beginningOf(whole);
        if (line.indexOf(':') < 0 && line.indexOf('：') < 0) {
            return false;
        }
        return SENDER_LINE.matcher(line).matches() || OTHER_LINE.matcher(line).matches();
    }

    private static int signatureFrom(List<String> own, @Nullable String colleague) {
        int last = own.size();
        while (last > 0 && own.get(last - 1).isBlank()) {
            last--;
        }
        for (int i = Math.max(0, last - 2 * CARD_LENGTH); i < last; i++) {
            String line = own.get(i).strip();
            boolean brief = line.length() < LONGEST_LINE;
            if (brief
                    && (SIGNATURE_MARK.matcher(line).matches()
                            || DEVICE.matcher(line).matches())) {
                return i;
            }
        }
        return cardFrom(own, last, colleague);
    }

    /** A last paragraph of short lines with two or more lines of a visiting card. */
    private static int cardFrom(List<String> own, int last, @Nullable String colleague) {
        int first = last;
        while (first > 0 && !own.get(first - 1).isBlank() && last - first <= CARD_LENGTH) {
            first--;
        }
        boolean paragraph = first > 0 && own.get(first - 1).isBlank() && last - first <= CARD_LENGTH;
        boolean shortLines = own.subList(first, last).stream().allMatch(line -> line.length() <= 80);
        if (!paragraph || !shortLines) {
            return own.size();
        }
        long cards = own.subList(first, last).stream()
                .filter(line -> CARD_LINE.matcher(line).find())
                .count();
        boolean named = colleague != null && first < last && own.get(first).contains(colleague);
        return cards >= (named ? 1 : CARD_LINES) ? first : own.size();
    }
}
