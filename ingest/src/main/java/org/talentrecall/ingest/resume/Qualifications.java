package org.talentrecall.ingest.resume;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Certificate;
import org.talentrecall.archive.fact.LanguageSkill;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.text.GatedPattern;
import org.talentrecall.archive.text.TextFolding;
import org.talentrecall.archive.vocabulary.Mention;
import org.talentrecall.archive.vocabulary.Term;
import org.talentrecall.archive.vocabulary.Vocabulary;

/** Reads the languages somebody speaks and the certificates they hold. */
final class Qualifications {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 90;
    private static final int MOST = 60;
    /** A longer piece of a line is a sentence and names nothing. */
    private static final int LONGEST_PART = 160;

    private static final double LISTED = 0.9;
    private static final double MENTIONED = 0.75;
    private static final GatedPattern LEVEL = GatedPattern.compile(
            "母语|精通|熟练|流利|流畅|优秀|良好|较好|中等|一般|入门|基础|略懂|工作语言|(?:专业|大学英语)?(?:[四六八]级|二级|一级|三级)|cet\\s?-?\\s?[46]|tem\\s?-?\\s?[48]|\\bn[1-5]\\b|\\b[abc][12]\\b|雅思\\s?\\d(?:\\.\\d)?|ielts\\s?\\d(?:\\.\\d)?|托福\\s?\\d{2,3}|toefl\\s?\\d{2,3}|\\bnative\\b(?: or bilingual)?|\\bfluent\\b|full professional|professional working|limited working|elementary|\\bbasic\\b|intermediate|advanced|conversational|\\bgood\\b|excellent|proficient|bilingual");
    private static final GatedPattern PARTING =
            GatedPattern.compileBehind("[、,，;；|\\t。/]|\\s{2,}|(?<=[证书师])[和及与](?=[\\u4e00-\\u9fa5])", "证");
    private static final GatedPattern DATE = GatedPattern.compile(
            "(?:19|20)\\d{2}\\s?(?:年|[./-])?\\s?(?:\\d{1,2}\\s?月?(?:[./-]\\d{1,2}|\\s?\\d{1,2}\\s?日)?)?");
    private static final GatedPattern SCORE =
            GatedPattern.compile("[(（]\\s?(?:\\d{2,3}\\s?分?|\\d{4}\\s?年?)\\s?[)）]|\\s\\d{3}\\s?分?$");
    private static final GatedPattern CERTIFICATE_VERB = GatedPattern.compile(
            "^(?:[-–—:：·•*●◆■\\s]|\\d{1,2}[、.．)](?!\\d))+|^(?:已?(?:获得|取得|考取|通过|持有?|具有|具备|拥有|有)(?:了)?)|[(（\\[【]$|\\bmember\\b|会员$|(?:已)?(?:获得|通过|合格)$|[\\s:：。.·]+$");
    private static final GatedPattern CERTIFICATE_LIKE = GatedPattern.compile(
            "证书?$|证书?[(（]|资格|职称|驾照|驾驶证|执照|[初中高甲乙丙]级|[\\u4e00-\\u9fa5]{2}[师员](?:[(（][^)）]*[)）])?$|\\bregistered\\b|\\bbelt\\b|[一二三四五六七八九]级|技师|\\blevel \\d|cet|tem|cpa|cfa|acca|pmp|frm|cma|cia|certif|licen[cs]e|chartered|认证|考试|等级|工程师|会计师|建造师|造价师|经济师|律师|医师|护师|药师|教师|营养师|咨询师");
    /** Words of a table's head, of grades and prizes. */
    private static final GatedPattern NO_CERTIFICATE = GatedPattern.compile(
            CertificateNames.NEITHER
                    + "|证书名称|证书说明|获得时间|发证机构|发证单位|成绩|奖学金|三好|优秀.{0,6}(?:员工|干部|学生|毕业生)|一等奖|二等奖|三等奖|先进|标兵|^证书$|^(?:有|无|暂无|其他)$|^[初中高]级$|良好|精通|熟练");

    private static final Pattern UNANSWERED =
            Pattern.compile("\\s*(?:等级|级别)\\s*|\\s*(?:等级|级别|水平|听说能力|读写能力|口语能力|能力|成绩|分数)?\\s*:\\s*(?:无|暂无|没有|/|-)?\\s*");
    /** Cells of a form whose answer is missing: "日语等级 | 无", "TOEFL | GRE | GMAT". */
    private static final GatedPattern BLANK_ANSWER = GatedPattern.compile(
            "(?:[\\u4e00-\\u9fa5]{1,3}[语文](?:等级|级别|水平|能力))\\s*[:\\t]\\s*(?:无|暂无|没有)?\\s*(?=$|\\t)|^(?:(?:toefl|gre|gmat|ielts|toeic|bec|托福|雅思)[\\s:]*(?:无|暂无)?\\s*){2,}$");

    /** Words of which one is in every such cell. */
    private static final GatedPattern ANSWERABLE =
            GatedPattern.compile("等级|级别|水平|能力|^(?:toefl|gre|gmat|ielts|toeic|bec|托福|雅思)");

    private static final GatedPattern CLAIMED =
            GatedPattern.compile("精通|听说|读写|流利|口语|熟练|优秀的|[四六八]级|cet|基础$|^(?:有|持有?)[^,，。]{2,14}证|[^证]证[,，;；。]?$");
    /** "持有叉车证", below a career that nothing parts from what follows. */
    private static final GatedPattern HOLDS = GatedPattern.compile("^(?:本人)?(?:持有?|拥有|考取|取得)[^,。;]{0,12}证");

    private static final GatedPattern GRADE = GatedPattern.compile("(?:等级|级别|应用能力|考试|水平考试|能力考试|国家|水平:)");
    private static final GatedPattern STUDY = GatedPattern.compile("\\s?(?:系|专业|文学|教育|学院|课)");

    private final Vocabulary vocabulary;
    /** A form asks for each language by itself; names of languages elsewhere are its choices. */
    private boolean byLabel;

    private final Map<String, Found> languages = new LinkedHashMap<>();
    private final Map<String, Found> certificates = new LinkedHashMap<>();

    private Qualifications(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    static List<Found> read(List<Row> rows, Vocabulary vocabulary) {
        Qualifications qualifications = new Qualifications(vocabulary);
        qualifications.byLabel =
                rows.stream().anyMatch(row -> row.labels().stream().anyMatch(Qualifications::isLanguageOfForm));
        rows.forEach(qualifications::readRow);
        List<Found> found = new ArrayList<>(qualifications.languages.values());
        found.addAll(qualifications.certificates.values());
        return found;
    }

    private void readRow(Row asWritten) {
        Row row = withoutBlankAnswers(asWritten);
        if (row.heading() || languages.size() + certificates.size() > MOST) {
            return;
        }
        switch (row.section()) {
            case CERTIFICATE -> {
                listed(row.line());
                languagesIn(row.line(), MENTIONED);
            }
            case LANGUAGE -> {
                if (!byLabel || !row.labels().isEmpty()) {
                    languagesIn(row.line(), LISTED);
                }
                mentioned(row.line());
            }
            case HEAD, PERSONAL, SELF, SKILL, OTHER, TRAINING, AWARD, CAMPUS -> {
                boolean about = row.labels().stream()
                        .anyMatch(label -> label.field() == Field.LANGUAGE || label.field() == Field.CERTIFICATE);
                if (!about) {
                    boolean studied = row.period() != null && row.isAnchor() || isAboutStudy(row);
                    if (!studied) {
                        languagesIn(row.line(), MENTIONED);
                        mentioned(row.line());
                    }
                }
            }
            // Claims stand among the studies where no heading parts them.
            case EDUCATION, WISH -> {
                if (row.period() == null
                        && row.labels().isEmpty()
                        && CLAIMED.matcher(row.line().folded()).find()) {
                    languagesIn(row.line(), MENTIONED);
                    mentioned(row.line());
                }
            }
            case EMPLOYMENT -> {
                if (row.period() == null && HOLDS.matcher(row.line().folded()).find()) {
                    mentioned(row.line());
                }
            }
            default -> {}
        }
        for (Labels.Labelled label : row.labels()) {
            if (label.field() == Field.LANGUAGE) {
                languagesIn(row.line().part(label.start(), label.end()), LISTED);
                mentioned(label.value());
            } else if (label.field() == Field.CERTIFICATE) {
                if (row.section() == Section.TRAINING) {
                    mentioned(label.value());
                } else {
                    listed(label.value());
                }
            }
        }
    }

    private static boolean isLanguageOfForm(Labels.Labelled label) {
        return label.label().startsWith("语言类别") && !label.isEmpty();
    }

    private static Row withoutBlankAnswers(Row row) {
        String folded = row.line().folded();
        GatedPattern.Search blank = BLANK_ANSWER.matcher(folded);
        if (!ANSWERABLE.isIn(folded) || !blank.find()) {
            return row;
        }
        StringBuilder text = new StringBuilder(row.line().text());
        do {
            for (int i = blank.start(); i < blank.end(); i++) {
                text.setCharAt(i, ' ');
            }
        } while (blank.find());
        Line line = new Line(
                row.line().page(), row.line().number(), text.toString(), TextFolding.foldInPlace(text.toString()));
        List<Labels.Labelled> labels = row.labels().stream()
                .filter(label -> !text.substring(label.start(), Math.min(text.length(), label.end()))
                        .isBlank())
                .toList();
        return new Row(line, row.section(), row.heading(), labels, row.period());
    }

    private static boolean isAboutStudy(Row row) {
        return row.labels().stream().anyMatch(label -> switch (label.field()) {
            case MAJOR, SCHOOL, DEGREE, WISH, COMPANY, TITLE, EXPECTED_SALARY, AVAILABLE -> true;
            default -> false;
        });
    }

    private void languagesIn(Line line, double confidence) {
        for (Line part : parts(line)) {
            List<Mention> mentions = vocabulary.mentions(part.text()).stream()
                    .filter(mention -> mention.term().kind() == Term.Kind.LANGUAGE)
                    .toList();
            for (int i = 0; i < mentions.size(); i++) {
                Mention mention = mentions.get(i);
                int end = i + 1 < mentions.size() ? mentions.get(i + 1).start() : part.length();
                Term language = language(mention.term());
                if (isUnanswered(part, mention) || isStudy(part, mention)) {
                    continue;
                }
                String level = level(part.part(mention.start(), end));
                Found found = new Found(new LanguageSkill(language.label(), level), part, confidence);
                languages.merge(language.id(), found, (known, next) -> tells(known) ? known : next);
            }
        }
    }

    /** "TOEFL：" with nothing behind it and "日语等级：无" are questions of a form. */
    private static boolean isUnanswered(Line part, Mention mention) {
        return UNANSWERED.matcher(part.folded().substring(mention.end())).matches();
    }

    /** 中文系, 英语专业: what was studied. */
    private static boolean isStudy(Line part, Mention mention) {
        return STUDY.matcher(part.folded().substring(mention.end())).lookingAt();
    }

    /** Whether a line names a language only by an examination: "英语等级：英语四级", 英语应用能力考试A级证书. */
    static boolean isExaminationOnly(Line line, Vocabulary vocabulary) {
        List<Mention> mentions = vocabulary.mentions(line.text());
        boolean examination =
                mentions.stream().anyMatch(mention -> mention.term().kind() == Term.Kind.CERTIFICATE)
                        || parts(line).stream()
                                .anyMatch(part -> part.length() <= LONGEST_PART
                                        && CertificateNames.isCertificate(CertificateNames.bare(part.text())));
        return examination
                && mentions.stream()
                        .filter(mention -> mention.term().kind() == Term.Kind.LANGUAGE)
                        .allMatch(mention -> GRADE.matcher(line.folded().substring(mention.end()))
                                .lookingAt());
    }

    private static boolean tells(Found found) {
        return found.fact() instanceof LanguageSkill skill && skill.level() != null;
    }

    /** An examination shows its language. */
    private Term language(Term term) {
        return term.broader().stream()
                .map(vocabulary::byId)
                .flatMap(Optional::stream)
                .filter(broader -> broader.kind() == Term.Kind.LANGUAGE)
                .findFirst()
                .orElse(term);
    }

    private static @Nullable String level(Line words) {
        GatedPattern.Search matcher = LEVEL.matcher(words.folded());
        return matcher.find()
                ? words.text().substring(matcher.start(), matcher.end()).strip()
                : null;
    }

    /** Everything in a list of certificates is one. */
    private void listed(Line line) {
        GatedPattern.Search date = DATE.matcher(line.folded());
        PartialDate given = date.find() ? Periods.single(line).orElse(null) : null;
        Line bare = blankDates(line);
        for (Line part : parts(bare)) {
            String name = part.length() > LONGEST_PART ? "" : tidy(CertificateNames.bare(part.text()));
            boolean fits = name.length() >= SHORTEST
                    && name.length() <= LONGEST
                    && name.codePoints().anyMatch(Character::isLetter)
                    && !NO_CERTIFICATE.matcher(TextFolding.fold(name)).find()
                    && (CERTIFICATE_LIKE.matcher(TextFolding.fold(name)).find() || isKnown(name));
            if (fits) {
                add(name, given, line, LISTED);
            }
        }
    }

    private boolean isKnown(String name) {
        return vocabulary.mentions(name).stream()
                .anyMatch(mention -> mention.term().kind() == Term.Kind.CERTIFICATE);
    }

    private static Line blankDates(Line line) {
        String text = DATE.matcher(line.text()).replaceAll(match -> "\t".repeat(match.end() - match.start()));
        return new Line(line.page(), line.number(), text, TextFolding.foldInPlace(text));
    }

    /** Elsewhere what has the form of a certificate's name, and what the vocabulary knows. */
    private void mentioned(Line line) {
        for (Line part : parts(line)) {
            String name = part.length() > LONGEST_PART ? "" : CertificateNames.bare(tidy(part.text()));
            if (CertificateNames.isCertificate(name)
                    && !NO_CERTIFICATE.matcher(TextFolding.fold(name)).find()) {
                add(name, null, line, MENTIONED);
            } else {
                known(part, line);
            }
        }
    }

    private void known(Line part, Line line) {
        for (Mention mention : vocabulary.mentions(part.text())) {
            if (mention.term().kind() == Term.Kind.CERTIFICATE && !isUnanswered(part, mention)) {
                add(mention.term().label(), null, line, MENTIONED);
            }
        }
    }

    private void add(String name, @Nullable PartialDate given, Line line, double confidence) {
        Optional<Term> known = vocabulary.find(name).or(() -> vocabulary.find(name.replaceFirst("(?:资格)?证书$", "")));
        if (known.isPresent() && known.get().kind() == Term.Kind.LANGUAGE) {
            return;
        }
        String key = known.map(Term::id).orElse(TextFolding.fold(name));
        certificates.putIfAbsent(key, new Found(new Certificate(name, given), line, confidence));
    }

    private static String tidy(String written) {
        String bare = written.strip();
        String former;
        do {
            former = bare;
            bare = SCORE.matcher(bare).replaceAll("").strip();
            bare = CERTIFICATE_VERB.matcher(bare).replaceAll("").strip();
        } while (!bare.equals(former));
        return bare;
    }

    private static List<Line> parts(Line line) {
        List<Line> parts = new ArrayList<>();
        GatedPattern.Search parting = PARTING.matcher(line.text());
        int begin = 0;
        while (parting.find()) {
            parts.add(line.part(begin, parting.start()));
            begin = parting.end();
        }
        parts.add(line.part(begin, line.length()));
        parts.removeIf(part -> part.text().isEmpty());
        return parts;
    }
}
