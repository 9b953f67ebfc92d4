package org.talentrecall.ingest.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.fact.SalaryStatement;
import org.talentrecall.archive.fact.SalaryStatement.Kind;
import org.talentrecall.archive.text.PayReader;
import org.talentrecall.ingest.resume.Readiness;

/**
 * What a writer put between the lines that they quote: {@code > 期望薪资？} and below it {@code 30K}. The words are the
 * writer's; the quoted question tells what they are about. Only lines with a mark are known to be quoted, so that answers
 * which tell themselves apart by their colour are none.
 *
 * @param question the quoted line above, or two where it is broken
 * @param answer one line
 * @param line of the body, from 1
 */
record InlineAnswer(String question, String answer, int line) {
    private static final int MOST = 100;
    private static final int LONGEST = 300;
    private static final Pattern NUMBERED = Pattern.compile("^[(（]?(\\d{1,2})[)）.、．:：]\\s*(?=\\D)");
    private static final Pattern ENDS = Pattern.compile("[?？。.!！;；:：]\\s*$");
    private static final Pattern ASKS = Pattern.compile("[?？:：]\\s*$|[吗呢]$|多少|几|何时|什么|哪|是否|如何|怎");
    private static final Pattern PAY = Pattern.compile(
            "薪|待遇|工资|收入|年包|salar|\\bpay\\b|compensation|package|\\bctc\\b|\\bbase\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern WANTED = Pattern.compile(
            "期望|期待|希望|要求|想要|理想|\\bexpect|desired?\\b|looking for|\\bwant|would like|\\bhope", Pattern.CASE_INSENSITIVE);
    private static final Pattern HAD = Pattern.compile(
            "目前|当前|现在|现有|现薪|现月薪|上一?[家份]|之前|\\bcurrent|\\bpresent\\b|\\blast\\b|\\bnow\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEGINS = Pattern.compile(
            "到岗|到职|上岗|(?:何时|什么时候|多久|最快|最早).{0,8}(?:入职|上班|报到)|入职时间|离职周期|notice period|availab|"
                    + "(?:start|join)(?:ing)? date|when (?:can|could) you (?:start|join)|how soon",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CLAUSES = Pattern.compile("[，;；。]|,(?!\\d{3})");

    /** The answers in a mail, in their order; empty when nothing of one's own stands below a quoted line. */
    static List<InlineAnswer> of(MailText mail) {
        if (mail.quotedFrom() == 0) {
            return List.of();
        }
        String[] own = mail.own().split("\n", -1);
        String[] quoted = mail.quoted().split("\n", -1);
        List<InlineAnswer> answers = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        boolean answered = false;
        for (int at = mail.quotedFrom() - 1; at < own.length && answers.size() < MOST; at++) {
            int in = at - mail.quotedFrom() + 1;
            String question = in < quoted.length ? quoted[in].strip() : "";
            String answer = own[at].strip();
            if (!question.isEmpty()) {
                if (answered) {
                    asked.clear();
                    answered = false;
                }
                asked.add(FactList.clip(question, LONGEST));
            } else if (!answer.isEmpty() && !asked.isEmpty()) {
                answers.add(new InlineAnswer(question(asked, answer), FactList.clip(answer, LONGEST), at + 1));
                answered = true;
            }
        }
        return answers;
    }

    /** Of several questions that are answered together, the one of the same number; else the last. */
    private static String question(List<String> asked, String answer) {
        Matcher number = NUMBERED.matcher(answer);
        if (number.find()) {
            for (String one : asked) {
                Matcher its = NUMBERED.matcher(one);
                if (its.find() && its.group(1).equals(number.group(1))) {
                    return one;
                }
            }
        }
        String last = asked.get(asked.size() - 1);
        String before = asked.size() > 1 ? asked.get(asked.size() - 2) : "";
        boolean broken = !before.isEmpty()
                && !ENDS.matcher(before).find()
                && !NUMBERED.matcher(last).find();
        return broken ? before + ' ' + last : last;
    }

    /** What the answer says of the writer, or of whom the mail is about, that it does not say without its question. */
    List<PersonFact> facts(PartialDate day) {
        if (PAY.matcher(question).find()) {
            return salaries(day);
        }
        if (!BEGINS.matcher(question).find()) {
            return List.of();
        }
        return List.copyOf(Readiness.told(words()).stream().toList());
    }

    private String words() {
        return NUMBERED.matcher(answer).replaceFirst("").strip();
    }

    private List<PersonFact> salaries(PartialDate day) {
        boolean wanted = WANTED.matcher(question).find();
        boolean had = HAD.matcher(question).find();
        Kind asked = wanted == had ? null : wanted ? Kind.EXPECTED : Kind.CURRENT;
        List<PersonFact> told = new ArrayList<>();
        List<Kind> kinds = new ArrayList<>();
        for (String clause : CLAUSES.split(words())) {
            Kind kind = kind(clause, asked);
            // What is said of the other salary beside the one asked for needs a word that says so.
            if (kind == null || kinds.contains(kind)) {
                continue;
            }
            PayReader.read(clause).ifPresent(pay -> {
                kinds.add(kind);
                told.add(new SalaryStatement(kind, pay, day));
            });
        }
        return told;
    }

    private static @Nullable Kind kind(String clause, @Nullable Kind asked) {
        if (WANTED.matcher(clause).find()) {
            return Kind.EXPECTED;
        }
        return HAD.matcher(clause).find() ? Kind.CURRENT : asked;
    }

    /** Whether the line above asks something, and is not just the end of what is quoted. */
    boolean isToQuestion() {
        return ASKS.matcher(question).find()
                || PAY.matcher(question).find()
                || BEGINS.matcher(question).find();
    }
}
