package org.talentrecall.ingest.mailbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.ingest.mailbox.MessageRecord.Part;

/** How many people the records of one mail are about: those that share a contact or a name are about the same. */
final class PeopleInMail {
    private PeopleInMail() {}

    /**
     * Records that give neither name nor contact, such as an opinion, count for nobody of their own. Neither does a body
     * without a name beside papers: people apply from another address than the one in their resume.
     */
    static int count(List<MessageRecord> records) {
        boolean papers = records.stream().anyMatch(record -> record.part() == Part.FILE && record.aboutSomebody());
        List<Set<String>> people = new ArrayList<>();
        for (MessageRecord record : records) {
            Set<String> marks = marks(record.facts());
            boolean nameless = record.facts().stream().noneMatch(stated -> stated.fact() instanceof PersonName);
            if (marks.isEmpty() || papers && nameless && record.part() == Part.BODY) {
                continue;
            }
            List<Set<String>> apart = new ArrayList<>();
            for (Set<String> person : people) {
                if (person.stream().anyMatch(marks::contains)) {
                    marks.addAll(person);
                } else {
                    apart.add(person);
                }
            }
            apart.add(marks);
            people = apart;
        }
        return people.size();
    }

    private static Set<String> marks(List<StatedFact> facts) {
        Set<String> marks = new HashSet<>();
        for (StatedFact stated : facts) {
            if (stated.fact() instanceof PersonName name) {
                marks.add(name.text().replaceAll("\\s+", "").toLowerCase(Locale.ROOT));
            } else if (stated.fact() instanceof Contact contact) {
                marks.add(contact.kind() + ":" + contact.value());
            }
        }
        return marks;
    }
}
