package org.talentrecall.ingest.notes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.talentrecall.archive.text.Found;
import org.talentrecall.archive.text.MailAddresses;

/**
 * What a mail server says of mails that it could not deliver: in the form of RFC 3464 ({@code message/delivery-status}), or in
 * the prose of QQ, 163, Exchange, Gmail, Postfix, qmail and Exim. Only a permanent failure that is about the address counts:
 * a full mailbox, a delay, a policy or a filter says nothing about it.
 *
 * @param failed the addresses that do not exist, with the words that say so
 */
record DeliveryReport(List<Failed> failed) {
    /** @param line of the body where the words stand, from 1; null for the report part */
    record Failed(
            String address,
            String words,
            @org.jspecify.annotations.Nullable Integer line) {}

    private static final Pattern SENDER = Pattern.compile(
            "(?:mailer-daemon|postmaster|mail-daemon|mdaemon|maildelivery|bounces?|mail\\.daemon|systemmail|microsoftexchange[\\w-]*)(?:[+._=-][^@]*)?@.*|(?:mailer-daemon|postmaster)");
    private static final Pattern SUBJECT = Pattern.compile(
            "undeliver|delivery (?:status|failure|has failed|incomplete)|delivery to .* (?:failed|delayed)|returned (?:mail|to sender)|failure notice|mail delivery (?:failed|system|subsystem)|^(?:warning: )?(?:message|could not send message|delayed mail)|退信|投递失败|投递状态|无法投递|未送达|邮件退回|被退回");
    private static final Pattern PERMANENT_WORDS = Pattern.compile(
            "(?:user|recipient|account|mailbox|address)(?: address)? (?:unknown|not found|does(?: not|n'?t) exist|unavailable|disabled|inactive|is disabled|no longer)|no such (?:user|mailbox|recipient|person|address|account|domain)|unknown (?:user|recipient|address|mailbox|local part)|unrouteable address|(?:host|domain)(?: name)? (?:not found|does not exist|unknown)|(?:couldn'?t|could not|can'?t) be found|wasn'?t found|was not found|address not found|invalid (?:recipient|mailbox|address)|no mailbox here by that name|user (?:doesn'?t|does not) have|no longer (?:valid|in use|exists)|recipient (?:address )?rejected: (?:user|access denied|undeliverable)|resolver\\.adr\\.(?:recip|ex)notfound|(?<![\\d.])5\\.1\\.(?:1|2|3|6|10)(?![\\d.])|(?:用户|收件人|邮箱|地址|账号|帐号|账户|域名|邮件地址)(?:地址|名)?(?:[（(<][^）)>]{3,80}[）)>])?(?:不存在|无效|已(?:被)?(?:注销|停用|禁用|失效|冻结)|未找到|找不到|错误)|(?:不存在|找不到|查无|未找到)(?:此|该|这个|你输入的)?(?:用户|收件人|邮箱|地址|电子邮件地址|账号|域名)|查无此(?:人|用户)|系统找不到该地址|user not exist");
    private static final Pattern PASSING_WORDS = Pattern.compile(
            "mailbox (?:is |size )?(?:full|exceed)|(?:over|exceed(?:ed|s)?|out of) (?:the |its |their |mailbox |storage )*(?:quota|storage)|quota exceeded|insufficient storage|(?:邮箱|空间|容量|配额).{0,6}(?:已满|满了|不足|超限|超出|超过)|已满|temporar|will (?:be )?retr|try again|稍后(?:再试|重试)|会继续(?:尝试|投递)|延迟|delayed|greylist|too many|频率|频繁|垃圾邮件|spam|blocked|block list|blacklist|policy|拒收|拒绝接收|反垃圾|too large|size limit|过大|超过.{0,6}大小|timed? ?out|超时|(?<![\\d.])4\\.\\d\\.\\d{1,3}(?![\\d.])|(?<!\\d)4[25]\\d[ -]|5\\.2\\.2|5\\.7\\.\\d|5\\.3\\.\\d");
    private static final Pattern COPY = Pattern.compile(
            "^(?:-{2,}.*(?:original|copy|below this line|原始|原邮件).*|reporting-mta:.*|(?:the )?original message.*|以下是原始邮件.*|received: .*)$");
    private static final Pattern FIELD = Pattern.compile("(?m)^([A-Za-z-]+):[ \\t]*(.*(?:\\r?\\n[ \\t].*)*)");
    private static final int NEAR = 4;

    DeliveryReport {
        failed = List.copyOf(failed);
    }

    /** Empty when the mail is no report of delivery. */
    static Optional<DeliveryReport> of(MailText mail) {
        List<String> parts = mail.attachments().stream()
                .filter(file -> file.type().equals("message/delivery-status") && file.text() != null)
                .map(file -> String.valueOf(file.text()))
                .toList();
        String from = mail.from() == null ? "" : mail.from().mail();
        String name = mail.from() == null || mail.from().name() == null
                ? ""
                : mail.from().name().toLowerCase(Locale.ROOT);
        boolean machine = SENDER.matcher(from).matches()
                || name.contains("mail delivery")
                || name.contains("mailer-daemon")
                || name.contains("postmaster")
                || name.contains("系统退信")
                || name.contains("邮件系统")
                || mail.from() == null;
        boolean says = SUBJECT.matcher(mail.subject().toLowerCase(Locale.ROOT)).find();
        if (!parts.isEmpty() && (machine || says || mail.bulk())) {
            List<Failed> failed = new ArrayList<>();
            parts.forEach(part -> failed.addAll(inReport(part, mail)));
            // A report without the fields it must have: the words beside it still tell.
            return Optional.of(new DeliveryReport(failed.isEmpty() && !tells(parts) ? inProse(mail) : failed));
        }
        boolean automatic = machine && (says || isReportInWords(mail)) || says && mail.bulk();
        return automatic ? Optional.of(new DeliveryReport(inProse(mail))) : Optional.empty();
    }

    private static boolean isReportInWords(MailText mail) {
        String text = body(mail).toLowerCase(Locale.ROOT);
        return PERMANENT_WORDS.matcher(text).find()
                || PASSING_WORDS.matcher(text).find();
    }

    private static boolean tells(List<String> parts) {
        return parts.stream().anyMatch(part -> part.toLowerCase(Locale.ROOT).contains("final-recipient:"));
    }

    private static List<Failed> inReport(String part, MailText mail) {
        List<Failed> failed = new ArrayList<>();
        for (String block : part.split("(?:\\r?\\n[ \\t]*){2,}")) {
            Map<String, String> fields = new LinkedHashMap<>();
            Matcher field = FIELD.matcher(block);
            while (field.find()) {
                fields.putIfAbsent(
                        field.group(1).toLowerCase(Locale.ROOT),
                        field.group(2).replaceAll("\\s+", " ").strip());
            }
            String recipient = fields.getOrDefault("original-recipient", fields.getOrDefault("final-recipient", ""));
            List<Found> addresses = MailAddresses.findAll(recipient.substring(recipient.indexOf(';') + 1));
            if (!addresses.isEmpty()
                    && fields.getOrDefault("action", "").equalsIgnoreCase("failed")
                    && isOfAddress(fields.getOrDefault("status", ""), fields.getOrDefault("diagnostic-code", ""))
                    && !isOurs(mail, addresses.get(0).value())) {
                String words = fields.getOrDefault("diagnostic-code", "");
                failed.add(new Failed(
                        addresses.get(0).value(),
                        words.isEmpty() ? fields.getOrDefault("status", "") : FactList.clip(words, 200),
                        null));
            }
        }
        return failed;
    }

    /** RFC 3463: class 5 is permanent; subject 1 is the address. Others count when the words say that nobody is there. */
    private static boolean isOfAddress(String status, String diagnostic) {
        String words = diagnostic.toLowerCase(Locale.ROOT);
        if (!status.startsWith("5") && !(status.isEmpty() && words.contains("550"))) {
            return false;
        }
        boolean says = PERMANENT_WORDS.matcher(words).find();
        if (status.matches("5\\.1\\.(?:0|1|2|3|6|10)\\b.*|5\\.2\\.1\\b.*|5\\.4\\.4\\b.*")) {
            return says || !PASSING_WORDS.matcher(words.replace("5.2.1", "")).find();
        }
        return says && !status.startsWith("5.2.2") && !status.startsWith("5.7") && !status.startsWith("5.3")
                || status.startsWith("5.7") && words.matches(".*(?:5\\.1\\.1|no such user|user unknown).*");
    }

    private static String body(MailText mail) {
        return mail.own() + '\n' + mail.quoted();
    }

    /** Addresses with words of a permanent failure near them, and none of a passing one. */
    private static List<Failed> inProse(MailText mail) {
        String[] lines = body(mail).split("\n", -1);
        int end = lines.length;
        for (int i = 1; i < lines.length && end == lines.length; i++) {
            if (COPY.matcher(lines[i].strip().toLowerCase(Locale.ROOT)).matches()) {
                end = i;
            }
        }
        Set<String> known = new LinkedHashSet<>();
        List<Failed> failed = new ArrayList<>();
        for (int i = 0; i < end; i++) {
            for (Found found : MailAddresses.findAll(lines[i])) {
                String near = near(lines, i, end);
                String folded = RuleTable.halfWidth(near).toLowerCase(Locale.ROOT);
                boolean gone = PERMANENT_WORDS.matcher(folded).find()
                        && !PASSING_WORDS.matcher(folded).find();
                if (gone && !isOurs(mail, found.value()) && known.add(found.value())) {
                    failed.add(new Failed(
                            found.value(),
                            FactList.clip(near.replaceAll("\\s+", " "), 200),
                            i < mail.own().split("\n", -1).length ? i + 1 : null));
                }
            }
        }
        return failed;
    }

    /** The line with the address, the one before it, and those behind it up to the next address. */
    private static String near(String[] lines, int at, int end) {
        StringBuilder near =
                new StringBuilder(at > 0 && MailAddresses.findAll(lines[at - 1]).isEmpty() ? lines[at - 1] + '\n' : "");
        near.append(lines[at]);
        int taken = 0;
        for (int i = at + 1; i < end && taken < NEAR; i++) {
            if (!MailAddresses.findAll(lines[i]).isEmpty() && !lines[i].contains(lines[at].strip())) {
                Set<String> own = new LinkedHashSet<>();
                MailAddresses.findAll(lines[at]).forEach(one -> own.add(one.value()));
                if (MailAddresses.findAll(lines[i]).stream().noneMatch(one -> own.contains(one.value()))) {
                    break;
                }
            }
            if (!lines[i].isBlank()) {
                near.append('\n').append(lines[i]);
                taken++;
            }
        }
        return near.toString();
    }

    private static boolean isOurs(MailText mail, String address) {
        String domain = address.substring(address.indexOf('@') + 1);
        boolean receiver = mail.to().stream()
                .anyMatch(to ->
                        to.mail().equals(address) || to.ours() && to.mail().endsWith('@' + domain));
        return receiver || address.startsWith("postmaster@") || address.startsWith("mailer-daemon@");
    }
}
