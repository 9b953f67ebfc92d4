package org.talentrecall.bench.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.vocabulary.Vocabulary;
import org.talentrecall.ingest.document.DocumentText;
import org.talentrecall.ingest.resume.ResumeReader;
import org.talentrecall.ingest.resume.ResumeReading;

class FictionalResumeTest {
    @Test
    void is_read_as_the_resume_of_its_person() {
        FictionalResume resume = FictionalResume.of(new Random(1));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < resume.details().size(); i += 2) {
            text.append(resume.details().get(i))
                    .append(':')
                    .append(resume.details().get(i + 1))
                    .append('\n');
        }
        text.append(String.join("\n", resume.lines()));

        ResumeReading reading = new ResumeReader(Vocabulary.standard())
                .read(
                        DocumentText.of(text.toString()),
                        (page, line) -> new Locator.Mail("bench", "id", null, page, line));

        assertEquals(ResumeReading.Kind.RESUME, reading.kind());
        List<Object> facts = reading.facts().stream()
                .map(StatedFact::fact)
                .map(Object.class::cast)
                .toList();
        assertTrue(facts.contains(new PersonName(resume.name())));
        assertTrue(facts.contains(new Contact(Contact.Kind.PHONE, "+86" + resume.phone(), resume.phone())));
        assertTrue(facts.stream().filter(Employment.class::isInstance).count() >= 2);
    }

    @Test
    void hardly_any_line_comes_twice() {
        Random random = new Random(1);
        Set<String> lines = new HashSet<>();
        int all = 0;
        for (int i = 0; i < 50; i++) {
            for (String line : FictionalResume.of(random).lines()) {
                if (line.length() > 12) {
                    all++;
                    lines.add(line);
                }
            }
        }
        assertTrue(lines.size() > all * 0.9, lines.size() + " different of " + all);
    }
}
