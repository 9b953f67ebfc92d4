package org.talentrecall.bench.mailbox;

import java.util.Random;

/** Pages as job boards mail them: tables within tables, every cell with its style, most bytes of them for the looks. */
final class BoardPage {
    private static final String CELL =
            "font-family:'Microsoft YaHei',SimSun,Arial,sans-serif;font-size:12px;line-height:22px;color:#333333;padding:4px 8px 4px 0;word-break:break-all;text-align:left;vertical-align:top;";
    private static final String RULES =
            ".t%1$d td.c%1$d{border-bottom:1px solid #e6e6e6;background-color:#f%1$dfafa;mso-line-height-rule:exactly}\n";
    private static final int STYLE_RULES = 30;

    private BoardPage() {}

    static String recommendation(FictionalResume resume, Random random) {
        StringBuilder page = begun("简历推荐");
        row(page, "以下是为您推荐的简历,更新时间:2023-03-0" + (1 + random.nextInt(6)));
        for (int i = 0; i < resume.details().size(); i += 2) {
            row(page, resume.details().get(i) + ":", resume.details().get(i + 1));
        }
        for (String line : resume.lines()) {
            row(page, line.split(" {4}"));
        }
        return ended(page);
    }

    static String newsletter(Random random) {
        StringBuilder page = begun("人才市场周刊");
        for (int i = 0; i < 24 + random.nextInt(30); i++) {
            row(
                    page,
                    FictionalResume.company(random),
                    "招聘" + FictionalResume.of(random).post(),
                    "查看详情");
        }
        return ended(page);
    }

    /** Plain words as mail programs write them beside the text. */
    static String paragraphs(String words) {
        StringBuilder page = new StringBuilder("<html><head><meta charset=\"utf-8\"></head><body>");
        words.lines()
                .forEach(line -> page.append("<div style=\"")
                        .append(CELL)
                        .append("\">")
                        .append(line)
                        .append("</div>\n"));
        return page.append("</body></html>").toString();
    }

    private static StringBuilder begun(String title) {
        StringBuilder page = new StringBuilder(
                "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">\n<html><head><title>"
                        + title + "</title><style type=\"text/css\">\n");
        for (int i = 0; i < STYLE_RULES; i++) {
            page.append(RULES.formatted(i + 10));
        }
        return page.append(
                "</style></head><body><table width=\"100%\" cellpadding=\"0\" cellspacing=\"0\"><tr><td align=\"center\"><table width=\"680\" cellpadding=\"0\" cellspacing=\"0\"><tr><td><img src=\"http://img.example.com/mail/logo.png\" width=\"160\" height=\"40\" alt=\"\"></td></tr>\n");
    }

    private static void row(StringBuilder page, String... cells) {
        page.append("<tr><td style=\"padding:0\"><table width=\"100%\" cellpadding=\"0\" cellspacing=\"0\"><tr>");
        for (String cell : cells) {
            page.append("<td style=\"")
                    .append(CELL)
                    .append("\"><span style=\"color:#333\">")
                    .append(cell)
                    .append("</span></td>");
        }
        page.append("</tr></table></td></tr>\n");
    }

    private static String ended(StringBuilder page) {
        return page.append(
                        "</table></td></tr></table><div style=\"color:#999\">本邮件由系统自动发送,请勿直接回复。<a href=\"http://www.example.com/unsubscribe?u=1\">退订</a></div></body></html>")
                .toString();
    }
}
