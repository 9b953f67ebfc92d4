package org.talentrecall.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Doubt;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.ingest.document.DocumentMeaning.AboutNobody;
import org.talentrecall.ingest.document.DocumentText;
import org.talentrecall.ingest.document.PlaceNamer;

/**
 * Marks what was read from a picture of a resume: nothing of it is as sure as written text, and somebody is asked to
 * compare name and contacts with the picture, for a wrong digit there makes a wrong person.
 */
final class ScannedResume {
    static final String QUESTION = "READ_FROM_PICTURE";
    private static final double TRUST = 0.75;
    private static final int LONGEST = 200;
    /** With fewer letters and digits a picture is a photo, a logo or a certificate. */
    private static final int PAGE = 200;

    private ScannedResume() {}

    static List<StatedFact> marked(List<StatedFact> facts, PlaceNamer places) {
        List<StatedFact> marked = new ArrayList<>();
        for (StatedFact stated : facts) {
            marked.add(new StatedFact(stated.fact(), stated.locator(), stated.confidence() * TRUST));
        }
        String words = facts.stream()
                .map(ScannedResume::word)
                .filter(word -> !word.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        String cut = words.length() <= LONGEST ? words : words.substring(0, LONGEST);
        Doubt doubt = new Doubt(Doubt.Kind.VALUE, QUESTION, cut, List.of("AS_READ"), null);
        marked.add(new StatedFact(doubt, places.at(null, null), TRUST));
        return marked;
    }

    private static String word(StatedFact stated) {
        if (stated.fact() instanceof PersonName name) {
            return name.text();
        }
        return stated.fact() instanceof Contact contact ? contact.value() : "";
    }

    /** Whether there is so much text that it may be a resume of which too little was made out. */
    static boolean isPage(DocumentText text) {
        return text.whole().codePoints().filter(Character::isLetterOrDigit).count() >= PAGE;
    }

    static AboutNobody unclear() {
        return new AboutNobody(
                "UNCLEAR_SCAN",
                "What could be made out in the picture does not read like a resume: look at it, and if it is one ask for the"
                        + " document itself or enter the person in a workbook of candidates.",
                true);
    }
}
