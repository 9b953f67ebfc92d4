package org.talentrecall.bench.mailbox;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/**
 * Messages as a Chinese company's recruiting mailbox holds them, always the same: four tenths plain letters (half of them
 * GBK), two tenths HTML, two tenths with a DOCX resume, one tenth with a PDF resume, one tenth newsletters. All people are
 * made up by numbers.
 */
final class FictionalMailbox {
    private static final Charset GBK = Charset.forName("GB18030");
    private static final String[] SURNAMES = {"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴"};
    private static final String[] GIVEN = {"伟明", "静怡", "晓东", "雨桐", "志强", "海燕", "文博", "思远"};
    private static final String[] COMPANIES = {"远图科技有限公司", "青禾医疗器械有限公司", "岚山物流股份有限公司", "北辰金融服务有限公司"};
    private static final String[] POSTS = {"高级产品经理", "Java开发工程师", "风险分析师", "生产经理", "销售总监"};

    private final Random random = new Random(20_261_125);

    private FictionalMailbox() {}

    /** Writes so many messages, each with CRLF line ends, as an mbox file. Returns how many bytes it has. */
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

    private byte[] message(int number) {
        String name = pick(SURNAMES) + pick(GIVEN);
        return switch (number % 10) {
            case 0, 1 -> plain(number, "应聘" + pick(POSTS), "", letter(name), StandardCharsets.UTF_8);
            case 2, 3 -> plain(number, "面试反馈:" + name, "", note(name), GBK);
            case 4, 5 -> html(number, name);
            case 6, 7 -> withFile(number, name, "简历.docx", docx(resume(name)));
            case 8 -> withFile(number, name, "resume.pdf", pdf());
            default ->
                plain(
                        number,
                        "行业周刊",
                        "List-Unsubscribe: <mailto:off@news.example.com>\r\n",
                        note(name).repeat(5),
                        StandardCharsets.UTF_8);
        };
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }

    private String phone() {
        return "1380000" + "%04d".formatted(random.nextInt(10_000));
    }

    private String letter(String name) {
        return "您好,\r\n\r\n我叫" + name + ",现任" + pick(COMPANIES) + pick(POSTS) + ",有" + (3 + random.nextInt(12))
                + "年工作经验,希望应聘贵公司的" + pick(POSTS) + "职位。期望薪资" + (15 + random.nextInt(40)) + "K。\r\n电话:" + phone()
                + "\r\n邮箱:c" + random.nextInt(100_000) + "@example.cn\r\n\r\n此致\r\n敬礼\r\n" + name + "\r\n";
    }

    private String note(String name) {
        return "候选人:" + name + "\r\n应聘职位:" + pick(POSTS) + "\r\n面试官评价:专业基础扎实,沟通清楚,缺乏ToB项目经验。\r\n"
                + "老总评价:值得后续关注,岗位冻结,暂不录用。\r\n电话:" + phone() + "\r\n";
    }

    private String resume(String name) {
        StringBuilder resume = new StringBuilder("个人简历\n姓名:" + name + "\n电话:" + phone() + "\n邮箱:r"
                + random.nextInt(100_000) + "@example.cn\n现居地:上海\n教育经历\n2008.09-2012.06 江南大学 工商管理 本科\n工作经历\n");
        for (int year = 2012; year < 2024; year += 3) {
            resume.append(year)
                    .append(".07-")
                    .append(year + 3)
                    .append(".06 ")
                    .append(pick(COMPANIES))
                    .append(' ');
            resume.append(pick(POSTS)).append("\n负责团队管理与项目交付,制定年度计划,推动流程改进,季度指标达成率稳步提升。\n");
        }
        return resume.append("技能:Java,SQL,项目管理,数据分析\n期望薪资:30K\n").toString();
    }

    private static String head(int number, String subject, String more) {
        return "From: =?UTF-8?B?" + base64("应聘者".getBytes(StandardCharsets.UTF_8)) + "?= <s" + number
                + "@example.cn>\r\nTo: hr@yuantu.example.com\r\nSubject: =?UTF-8?B?"
                + base64(subject.getBytes(StandardCharsets.UTF_8)) + "?=\r\nMessage-ID: <bench-" + number
                + "@example.cn>\r\nDate: Mon, 6 Mar 2023 09:30:00 +0800\r\nMIME-Version: 1.0\r\n" + more;
    }

    private static byte[] plain(int number, String subject, String more, String text, Charset charset) {
        return (head(number, subject, more) + "Content-Type: text/plain; charset="
                        + (charset.equals(GBK) ? "gb2312" : "utf-8")
                        + "\r\nContent-Transfer-Encoding: base64\r\n\r\n" + lines(text.getBytes(charset)))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] html(int number, String name) {
        StringBuilder rows = new StringBuilder();
        for (String line : resume(name).split("\n")) {
            rows.append("<tr><td style=\"font-family:SimSun\">").append(line).append("</td></tr>\n");
        }
        String page = "<html><head><style>td{color:#333}</style></head><body><table>" + rows
                + "</table><p>来自招聘网站的简历推荐</p></body></html>";
        return (head(number, "简历推荐", "") + "Content-Type: text/html; charset=utf-8\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\n" + lines(page.getBytes(StandardCharsets.UTF_8)))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] withFile(int number, String name, String file, byte[] content) {
        String encoded = "=?UTF-8?B?" + base64(file.getBytes(StandardCharsets.UTF_8)) + "?=";
        return (head(number, "应聘:" + pick(POSTS), "")
                        + "Content-Type: multipart/mixed; boundary=\"b-" + number + "\"\r\n\r\n--b-" + number
                        + "\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + lines(letter(name).getBytes(StandardCharsets.UTF_8)) + "\r\n--b-" + number
                        + "\r\nContent-Type: application/octet-stream; name=\"" + encoded
                        + "\"\r\nContent-Disposition: attachment; filename=\"" + encoded
                        + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + lines(content) + "\r\n--b-" + number
                        + "--\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] docx(String text) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream output = new ByteArrayOutputStream()) {
            text.lines().forEach(line -> document.createParagraph().createRun().setText(line));
            document.write(output);
            return output.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In English, because the fonts that every PDF reader has show no Chinese. */
    private byte[] pdf() {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream output = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream text = new PDPageContentStream(document, page)) {
                text.beginText();
                text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
                text.setLeading(15);
                text.newLineAtOffset(60, 730);
                for (String line : List.of(
                        "Ada Example " + random.nextInt(1000),
                        "Phone: +86 " + phone(),
                        "Email: a" + random.nextInt(100_000) + "@example.com",
                        "Experience",
                        "2015-07 - 2019-06 Northwind Example Ltd, Software Engineer",
                        "Built the billing platform, Java and PostgreSQL, a team of five.",
                        "2019-07 - present Contoso Example Inc, Senior Software Engineer",
                        "Education",
                        "2011-09 - 2015-06 Example University, BSc Computer Science",
                        "Skills: Java, Spring, SQL, Elasticsearch")) {
                    text.showText(line);
                    text.newLine();
                }
                text.endText();
            }
            document.save(output);
            return output.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String lines(byte[] bytes) {
        return Base64.getMimeEncoder().encodeToString(bytes) + "\r\n";
    }
}
