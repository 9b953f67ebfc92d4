package org.talentrecall.ingest.resume;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells an English application form, or a template of a resume, that nobody has filled in. Its prompts ("First Name",
 * "Employer", "Reason for leaving") stand in cells and lines of their own, and where somebody's answers would be, beside or
 * below them, there is nothing but the next prompt.
 */
final class EnglishForm {
    private static final int LEAST_PROMPTS = 6;
    private static final int LEAST_STAND_INS = 3;
    private static final int LONGEST_PROMPT = 60;
    /** Of a document that is longer nobody asks whether it is a form. */
    private static final int MOST_ROWS = 600;

    private static final int MOST_CELLS = 40;

    private static final String OF_WHOM =
            "(?:your |applicant(?:'s)? |candidate(?:'s)? |contact |emergency contact |print |employee )?";
    private static final String ONE = "(?:" + OF_WHOM
            + "(?:(?:full|first|last|middle|given|family|legal|preferred|maiden|chinese|english) )?names?(?: (?:in (?:chinese|full)|of (?:applicant|candidate|school|employer|company|institution|referee)))?"
            + "|surname|forenames?|initials?|m\\.?i|applicant|candidate"
            + "|(?:personal|applicant|candidate|contact|general)(?: information| details| data| particulars)(?: sheet)?"
            + "|(?:date|place|country) of birth|d\\.?o\\.?b|birth ?date|age|gender|sex|marital status|nationality|citizenship"
            + "|(?:passport|id|social security|insurance)(?: number| no)?"
            + "|" + OF_WHOM
            + "(?:(?:home|present|current|permanent|street|mailing|postal|e-?mail) )?address(?: line \\d)?"
            + "|street|city|town|state|province|county|country|zip(?: ?code)?|post ?code|postal code"
            + "|" + OF_WHOM
            + "(?:(?:home|mobile|cell|work|business|contact|daytime|evening) )?(?:telephone|phone|mobile|cell)(?: (?:number|no))?|fax|"
            + OF_WHOM
            + "e-?mail|wechat(?: id)?|linkedin(?: profile| url)?"
            + "|(?:position|post|job|role)s?(?: (?:applied for|applying for|desired|sought|held|title))?|desired position|job titles?|department"
            + "|(?:desired|expected|current|present|starting|ending|final|last|minimum) (?:salary|pay|wages?)|salary(?: (?:desired|expected|expectations?|required))?"
            + "|(?:earliest )?(?:date )?available(?: date| to start| from)?|availability|(?:start|starting|end|finish) date|notice period"
            + "|education(?:al)?(?: background| history| and qualifications| and training)?|(?:(?:high|secondary|graduate|business|trade|elementary) )?schools?(?: name| attended)?"
            + "|college|university|institution(?: name)?|degrees?(?: obtained| earned)?|diploma|majors?(?: subject)?|subjects?(?: studied)?|grades?|gpa"
            + "|graduat(?:ion|ed)(?: date| year)?|years? (?:attended|completed|graduated)|dates? (?:attended|employed|of employment)|qualifications?(?: gained| obtained)?|did you graduate"
            + "|(?:work|employment|professional|previous) (?:experience|history|record|employment)|employment|employers?(?: name)?|company(?: name)?|supervisor(?: name)?"
            + "|(?:job )?duties|responsibilities|reasons? for leaving|from|to|dates?"
            + "|(?:special )?skills?|languages?|references?|referees?|relationship|occupation|years known|(?:applicant(?:'s)? )?signature|signed|declaration|certifications?|hobbies|interests)";
    private static final Pattern PROMPT = Pattern.compile(ONE + "(?: ?(?:/|&|,|and|or) ?" + ONE + "){0,3}");
    private static final Pattern NUMBERING = Pattern.compile("^(?:\\d{1,2}[.)]|[a-z][.)]|[*•-]) ?");
    private static final Pattern REMARK = Pattern.compile("\\([^)]*\\)");
    private static final Pattern NOTHING = Pattern.compile("[\\s_.…*$#□☐()/:-]*");
    private static final Pattern STAND_IN = Pattern.compile(
            "(?:\\[[^\\]]{0,60}\\]|<[^>]{0,60}>|[,;/\\s-])+"
                    + "|(?:from:? ?)?(?:(?:dd|mm|month|day|m|d)[ /.-])?(?:(?:dd|mm|month|m|d)[ /.-])?(?:yyyy|yy|year|20xx|19xx)(?: ?(?:-|–|to:?) ?(?:present|.{0,8}(?:yyyy|year|20xx)))?"
                    + "|yes ?/? ?no|y ?/ ?n|(?:fe)?male ?/? ?(?:fe)?male|n/?a|\\w+(?: ?/ ?\\w+){2,5}|please .*|if (?:yes|no|so)\\b.*");
    private static final Pattern IN_PLACE = Pattern.compile(
            "\\byour (?:name|street|city|address|phone|e-?mail)\\b|lorem ipsum|\\b(?:19|20)xx\\b|\\[[a-z][a-z /']{2,40}\\]|\\bcompany name\\b|\\bjob title\\b|\\bschool name\\b|\\bfirst ?name last ?name\\b|\\bxxx[- ]xxx");

    private EnglishForm() {}

    /** Whether words ask for something and name nobody. */
    static boolean isPrompt(String text) {
        if (text.length() > LONGEST_PROMPT) {
            return false;
        }
        String bare = REMARK.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
        bare = NUMBERING.matcher(bare.strip()).replaceFirst("");
        bare = bare.replaceAll("[\\s_]+", " ").replaceAll("[\\s.:?*…$#-]+$", "").strip();
        return !bare.isEmpty() && PROMPT.matcher(bare).matches();
    }

    /** Whether most prompts of a document have no answer, or what stands there stands for something else. */
    static boolean isBlank(List<Row> rows) {
        if (rows.size() > MOST_ROWS) {
            return false;
        }
        List<List<String>> cells = new ArrayList<>();
        Set<String> standIns = new HashSet<>();
        for (Row row : rows) {
            String line = row.line().folded();
            cells.add(cells(line));
            Matcher standIn = IN_PLACE.matcher(line);
            while (standIn.find()) {
                standIns.add(standIn.group());
            }
        }
        int prompts = 0;
        int answered = 0;
        for (int at = 0; at < cells.size(); at++) {
            for (int column = 0; column < cells.get(at).size(); column++) {
                String cell = cells.get(at).get(column);
                int colon = cell.indexOf(':');
                boolean labelled = colon > 0 && isPrompt(cell.substring(0, colon));
                if (!labelled && !isPrompt(cell)) {
                    continue;
                }
                prompts++;
                boolean beside = labelled && isAnswer(cell.substring(colon + 1));
                answered += beside || isAnswer(cell(cells, at, column + 1)) || isAnswer(cell(cells, at + 1, column))
                        ? 1
                        : 0;
            }
        }
        return standIns.size() >= LEAST_STAND_INS || prompts >= LEAST_PROMPTS && answered * 4 <= prompts;
    }

    private static List<String> cells(String line) {
        String[] parts = line.split("\\t|\\s{3,}|_{3,}", MOST_CELLS);
        List<String> cells = new ArrayList<>();
        for (String part : parts) {
            cells.add(part.strip());
        }
        return cells;
    }

    private static String cell(List<List<String>> cells, int row, int column) {
        return row < cells.size() && column < cells.get(row).size()
                ? cells.get(row).get(column)
                : "";
    }

    /** Words that answer: neither nothing nor another prompt nor a hint how to answer. */
    private static boolean isAnswer(String text) {
        String bare = text.strip();
        if (NOTHING.matcher(bare).matches() || isPrompt(bare)) {
            return false;
        }
        int colon = bare.indexOf(':');
        boolean labelled = colon > 0 && isPrompt(bare.substring(0, colon));
        return !labelled
                && (bare.length() > LONGEST_PROMPT || !STAND_IN.matcher(bare).matches());
    }
}
