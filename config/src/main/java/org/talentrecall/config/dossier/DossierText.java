package org.talentrecall.config.dossier;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.talentrecall.archive.dossier.Conversation;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.Evidenced;
import org.talentrecall.archive.dossier.MailThread;
import org.talentrecall.archive.fact.Communication;
import org.talentrecall.archive.identity.ResolvedPerson;
import org.talentrecall.archive.review.OpenQuestions;
import org.talentrecall.archive.review.ReviewState;

/** A dossier as plain text: one heading a kind of fact, below each value the places that say it. */
public final class DossierText {
    private DossierText() {}

    /**
     * @param joins why the person's records belong together
     * @param zone by whose clock times are shown
     */
    public static String of(Dossier dossier, List<ResolvedPerson.Join> joins, Locale locale, ZoneId zone) {
        DossierTexts texts = new DossierTexts(locale, zone);
        StringBuilder text = new StringBuilder();
        text.append(dossier.name().orElse("-"))
                .append("  ")
                .append(dossier.id())
                .append("  ")
                .append(standing(dossier, texts))
                .append('\n');
        groups(dossier, texts).forEach((group, lines) -> {
            text.append('\n').append(group).append('\n');
            for (FactLine line : lines) {
                text.append("  ").append(line.text()).append('\n');
                line.places()
                        .forEach(place -> text.append("      ← ").append(place).append('\n'));
            }
        });
        if (!joins.isEmpty()) {
            text.append('\n').append(texts.of("group.joins")).append('\n');
            new EvidenceText(texts)
                    .of(joins)
                    .forEach(line -> text.append("  ").append(line).append('\n'));
        }
        return text.toString();
    }

    /** How far it has been reviewed, and how many questions are open. */
    static String standing(Dossier dossier, DossierTexts texts) {
        int open = OpenQuestions.of(dossier).size();
        String state = texts.of(ReviewState.of(dossier));
        return open == 0 ? state : state + " · " + texts.of("questions.open") + " " + open;
    }

    /** The lines by heading, in the dossier's order; those of the conversation thread by thread. */
    static Map<String, List<FactLine>> groups(Dossier dossier, DossierTexts texts) {
        Map<String, List<FactLine>> groups = new LinkedHashMap<>();
        for (Evidenced<?> entry : dossier.entries()) {
            String group = texts.of("group." + entry.fact().getClass().getSimpleName());
            if (entry.fact() instanceof Communication) {
                groups.computeIfAbsent(group, name -> conversation(dossier, texts));
            } else {
                groups.computeIfAbsent(group, name -> new ArrayList<>()).add(FactLine.of(dossier, entry, texts));
            }
        }
        return groups;
    }

    /** What was no mail stands before the threads; a thread of several mails under its subject. */
    private static List<FactLine> conversation(Dossier dossier, DossierTexts texts) {
        Conversation conversation = Conversation.of(dossier);
        List<FactLine> lines = new ArrayList<>();
        conversation.turns().stream()
                .filter(turn -> turn.said().letter() == null)
                .forEach(turn -> lines.add(FactLine.of(turn, texts)));
        for (MailThread thread : conversation.threads()) {
            if (thread.turns().size() > 1) {
                lines.add(new FactLine(
                        texts.of("group.Communication"),
                        "[" + thread.subject() + "] (" + thread.turns().size() + ")",
                        List.of()));
            }
            thread.turns().forEach(turn -> lines.add(FactLine.of(turn, texts)));
        }
        return lines;
    }
}
