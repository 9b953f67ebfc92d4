package org.talentrecall.bench.mailbox;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;

/**
 * Messages as a Chinese company's recruiting mailbox holds them, always the same, for people made up by numbers. Of a hundred
 *
 * <ul>
 *   <li>26 are recommendations of job boards: HTML of 20 to 40 KB, the resume in nested tables with inline styles;
 *   <li>24 are applications with a file: 14 with a DOCX made by a template (6 KB, with a photo, which two thirds have, up to
 *       80 KB), 10 with a PDF of two or three pages with the used part of a Chinese font in it (50 to 75 KB, every second with
 *       a photo);
 *   <li>2 come from agencies with a workbook of candidates;
 *   <li>16 are letters and answers of candidates, half of them above a quoted thread, text and HTML side by side;
 *   <li>12 are notes of interviewers, in GBK, above a quoted thread, every second with the company's logo in its signature;
 *   <li>6 are invitations with a calendar;
 *   <li>14 are newsletters and notices of machines: HTML of 25 to 40 KB with a List-Unsubscribe or an automatic sender.
 * </ul>
 *
 * No count of such mailboxes is public, so the shares are a judgement: where posts are published on job boards, nearly half of
 * the mails are made by those and other machines, a quarter brings a file, and the rest is people writing to each other. The
 * sizes are at the lower end of what is seen: test files of the same kinds that Tika and POI collect from the wild have a
 * median of 15 KB (DOCX, most without a picture) with one in ten over 45 KB, and 7 KB (PDF, most of one English page) with one in
 * ten over 170 KB. Larger photos would cost next to nothing, since neither way of reading looks at them, and make the
 * mailbox look harder than it is. Scans, old Word files and archives are rarer still and left out.
 */
final class FictionalMailbox {
    private static final Charset GBK = Charset.forName("GB18030");
    private static final String END = "\r\n";
    private static final int SEED = 20_261_125;

    private final Random random = new Random(SEED);
    private final FictionalFiles files;

    private FictionalMailbox() throws IOException {
        files = new FictionalFiles(random);
    }

    /** Writes so many messages, each with CRLF line ends, as an mbox file, one by one. Returns how many bytes it has. */
    static long write(int messages, Path mbox) throws IOException {
        FictionalMailbox mailbox = new FictionalMailbox();
        try (OutputStream output = new BufferedOutputStream(Files.newOutputStream(mbox))) {
            for (int i = 0; i < messages; i++) {
                output.write("From x@example.cn Mon Mar  6 09:30:00 2023\n".getBytes(StandardCharsets.US_ASCII));
                output.write(mailbox.message(i));
                output.write('\n');
            }
        }
        return Files.size(mbox);
    }

    private byte[] message(int number) throws IOException {
        // 37 has no divisor in common with 100, so that the kinds alternate as they do in a mailbox.
        int kind = number * 37 % 100;
        FictionalResume resume = FictionalResume.of(random);
        if (kind < 26) {
            return simple(
                    head(number, "(智聘网) 应聘 " + resume.post() + "-" + resume.name(), ""),
                    part(
                            "text/html",
                            BoardPage.recommendation(resume, random),
                            kind % 2 == 0 ? GBK : StandardCharsets.UTF_8));
        }
        if (kind < 40) {
            return applied(number, resume, resume.name() + "-" + resume.post() + ".docx", files.word(resume));
        }
        if (kind < 50) {
            return applied(number, resume, "个人简历_" + resume.name() + ".pdf", files.pdf(number));
        }
        if (kind < 52) {
            return applied(number, resume, "候选人推荐表.xlsx", files.list());
        }
        if (kind < 68) {
            String words = MailWords.letter(resume, random, kind % 2 == 0);
            return several(
                    head(number, (kind % 2 == 0 ? "回复: " : "") + "应聘" + resume.post() + "-" + resume.name(), ""),
                    "alternative",
                    part("text/plain", words, StandardCharsets.UTF_8),
                    part("text/html", BoardPage.paragraphs(words), StandardCharsets.UTF_8));
        }
        if (kind < 80) {
            return noted(number, resume, kind % 2 == 0);
        }
        if (kind < 86) {
            return several(
                    head(number, "面试邀请:" + resume.post() + " " + resume.name(), ""),
                    "alternative",
                    part("text/plain", MailWords.invitation(resume), StandardCharsets.UTF_8),
                    part(
                            "text/calendar; method=REQUEST",
                            MailWords.calendar(number, resume, random),
                            StandardCharsets.UTF_8));
        }
        String machine =
                kind < 94 ? "List-Unsubscribe: <mailto:off@news.example.com>" : "Auto-Submitted: auto-generated";
        return simple(
                head(number, kind < 94 ? "人才市场周刊" : "您的职位有新的动态", machine + END),
                part("text/html", BoardPage.newsletter(random), StandardCharsets.UTF_8));
    }

    private byte[] applied(int number, FictionalResume resume, String file, byte[] content) throws IOException {
        return several(
                head(number, "应聘" + resume.post() + "+" + resume.name(), ""),
                "mixed",
                part("text/plain", MailWords.letter(resume, random, false), StandardCharsets.UTF_8),
                file(file, content));
    }

    private byte[] noted(int number, FictionalResume resume, boolean logo) throws IOException {
        String head = head(
                number, "回复: 面试反馈-" + resume.name(), "In-Reply-To: <asked-" + number + "@yuantu.example.com>" + END);
        byte[] note = part("text/plain", MailWords.note(resume, random), GBK);
        if (!logo) {
            return simple(head, note);
        }
        byte[] picture = ("Content-Type: image/jpeg; name=\"image001.jpg\"" + END + "Content-ID: <image001>" + END
                        + "Content-Disposition: inline; filename=\"image001.jpg\"" + END
                        + "Content-Transfer-Encoding: base64" + END + END + lines(files.logo()))
                .getBytes(StandardCharsets.US_ASCII);
        return several(head, "related", note, picture);
    }

    private static String head(int number, String subject, String more) {
        return "From: " + word("应聘者") + " <s" + number + "@example.cn>" + END + "To: hr@yuantu.example.com" + END
                + "Subject: " + word(subject) + END + "Message-ID: <bench-" + number + "@example.cn>" + END
                + "Date: Mon, 6 Mar 2023 09:30:00 +0800" + END + "MIME-Version: 1.0" + END
                + "Received: from mx.example.cn (192.0.2.7) by mail.yuantu.example.com; Mon, 6 Mar 2023 09:30:01 +0800"
                + END
                + "X-Mailer: Foxmail 7.2.23.116[cn]" + END + more;
    }

    private static String word(String text) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    private static byte[] part(String type, String text, Charset charset) {
        String label = charset.equals(GBK) ? "gb2312" : "utf-8";
        return ("Content-Type: " + type + "; charset=" + label + END + "Content-Transfer-Encoding: base64" + END + END
                        + lines(text.replace("\n", END).getBytes(charset)))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] file(String name, byte[] content) {
        String encoded = word(name);
        return ("Content-Type: application/octet-stream; name=\"" + encoded + "\"" + END
                        + "Content-Disposition: attachment; filename=\"" + encoded + "\"" + END
                        + "Content-Transfer-Encoding: base64" + END + END + lines(content))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] simple(String head, byte[] part) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.write(head.getBytes(StandardCharsets.US_ASCII));
        message.write(part);
        return message.toByteArray();
    }

    private static byte[] several(String head, String kind, byte[]... parts) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.write((head + "Content-Type: multipart/" + kind + "; boundary=\"=_bench\"" + END + END)
                .getBytes(StandardCharsets.US_ASCII));
        for (byte[] part : parts) {
            message.write(("--=_bench" + END).getBytes(StandardCharsets.US_ASCII));
            message.write(part);
            message.write(END.getBytes(StandardCharsets.US_ASCII));
        }
        message.write(("--=_bench--" + END).getBytes(StandardCharsets.US_ASCII));
        return message.toByteArray();
    }

    private static String lines(byte[] bytes) {
        return Base64.getMimeEncoder().encodeToString(bytes) + END;
    }
}
