package org.talentrecall.enrich;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.Dossiers;
import org.talentrecall.archive.dossier.Evidence;
import org.talentrecall.archive.dossier.PersonId;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Doubt;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.Review;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.identity.IdentityKey;
import org.talentrecall.archive.identity.IdentityKeys;
import org.talentrecall.archive.intake.Intake;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.Disposition;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.RecordKind;
import org.talentrecall.archive.record.SourceRecord;
import org.talentrecall.archive.record.Subject;

/**
 * Asks whether a page or entry is about somebody whom it may mean. The question is a record of its own that goes with one
 * of the person's records and says nothing else; what the page says waits for the answer, which holds for ever (docs/adr/0049).
 */
final class AskedPersons {
    static final String QUESTION = "SAME_PERSON_ON_THE_WEB";
    static final String SAME = "SAME_PERSON";
    private static final String ANOTHER = "ANOTHER_PERSON";

    /** Of so many namesakes nobody can say which one it is; then nobody is asked. */
    private static final int MOST = 3;

    private static final int LONGEST = 200;
    private static final double OPEN = 0.5;

    private final Dossiers dossiers;
    private final Intake intake;
    private final Map<RecordId, String> answers;

    /** Looks up what was answered by now. */
    AskedPersons(Dossiers dossiers, Intake intake) {
        this.dossiers = dossiers;
        this.intake = intake;
        this.answers = intake.answers(QUESTION);
    }

    /**
     * What holds of a record, by the rules and by what people have said, and behind it the questions.
     *
     * @param byRules stored where the rules can tell whom it means
     * @param facts what the record says
     * @param persons whom it means, or may mean
     * @param known the persons of whom something else than the web gives a key
     */
    List<Reading> settled(
            Reading byRules,
            List<StatedFact> facts,
            Set<PersonId> persons,
            Function<IdentityKey, List<PersonId>> known) {
        SourceRecord record = byRules.record();
        boolean sure = byRules.disposition() instanceof Disposition.Stored;
        Reading holds = byRules;
        List<Reading> answered = new ArrayList<>();
        List<Reading> open = new ArrayList<>();
        for (PersonId person : persons) {
            Optional<RecordId> about = dossiers.find(person).flatMap(found -> about(record, found));
            if (about.isEmpty()) {
                continue;
            }
            SourceRecord question = question(record, about.get());
            String answer = answers.get(question.id());
            if (answer == null) {
                open.add(reading(question, facts, about.get()));
                continue;
            }
            answered.add(reading(question, facts, about.get()));
            if (answer.equals(ANOTHER) && sure) {
                holds = Reading.suppressed(record, Attribution.DOUBTFUL);
            } else if (answer.equals(SAME) && holds.disposition() instanceof Disposition.Suppressed && !sure) {
                holds = Reading.stored(
                        record, Subject.PERSON, theirs(facts, person, known), List.of(link(about.get())));
            }
        }
        List<Reading> all = new ArrayList<>();
        all.add(holds);
        all.addAll(answered);
        // Whoever is found is not asked about the others; where there are too many, nobody is.
        boolean found = holds.disposition() instanceof Disposition.Stored;
        for (Reading question : open) {
            boolean asked = intake.known(List.of(question.record().id()))
                    .containsKey(question.record().id());
            if (found ? asked : open.size() <= MOST || asked) {
                all.add(found ? decided(question.record()) : question);
            }
        }
        return all;
    }

    /** A question that needs no answer any more. */
    private static Reading decided(SourceRecord question) {
        return Reading.suppressed(question, "DECIDED");
    }

    /**
     * The record of the person that the question goes with: the one it went with before if there is one, so that it is not
     * asked again when the person has a new record; else the first that the web has not told.
     */
    private Optional<RecordId> about(SourceRecord record, Dossier person) {
        Map<RecordId, RecordId> asked = person.records().stream()
                .collect(Collectors.toMap(one -> question(record, one).id(), one -> one));
        Optional<RecordId> before = Stream.concat(
                        asked.keySet().stream().filter(answers::containsKey).sorted(),
                        intake.known(asked.keySet()).keySet().stream().sorted())
                .map(asked::get)
                .findFirst();
        return before.or(() -> person.entries().stream()
                .filter(entry -> !(entry.fact() instanceof Review))
                .flatMap(entry -> entry.evidence().stream())
                .filter(evidence -> !(evidence.locator() instanceof Locator.Web))
                .map(Evidence::record)
                .min(RecordId::compareTo));
    }

    private static SourceRecord question(SourceRecord of, RecordId about) {
        String key = of.naturalKey() + "#is:" + about;
        return new SourceRecord(
                RecordId.of(of.source(), key), of.source(), of.kind(), key, of.content(), null, of.id(), null);
    }

    private static IdentityKey link(RecordId about) {
        return new IdentityKey(IdentityKey.Kind.RECORD, about.value());
    }

    /** Its words stay as they are when the page changes, so that what was answered stays answered. */
    private static Reading reading(SourceRecord question, List<StatedFact> facts, RecordId about) {
        String url = question.naturalKey().substring(0, question.naturalKey().lastIndexOf("#is:"));
        Stream<String> names = facts.stream()
                .filter(stated -> stated.fact() instanceof PersonName)
                .map(stated -> ((PersonName) stated.fact()).text());
        Stream<String> news = facts.stream()
                .filter(stated -> question.kind() == RecordKind.FEED_ENTRY && stated.fact() instanceof CareerUpdate)
                .map(stated -> ((CareerUpdate) stated.fact()).text());
        String words = Stream.of(names, news, Stream.of(url))
                .flatMap(some -> some)
                .distinct()
                .collect(Collectors.joining(" · "));
        Doubt doubt = new Doubt(
                Doubt.Kind.IDENTITY,
                QUESTION,
                words.substring(0, Math.min(words.length(), LONGEST)),
                List.of(SAME, ANOTHER),
                null);
        SourceRecord lasting = new SourceRecord(
                question.id(),
                question.source(),
                question.kind(),
                question.naturalKey(),
                ContentHash.of(words.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                null,
                question.parent(),
                null);
        return Reading.stored(
                lasting,
                Subject.MENTION,
                List.of(new StatedFact(doubt, new Locator.Web(url, null), OPEN)),
                List.of(link(about)));
    }

    /** A page may give addresses of others too; they would make two people one. */
    private static List<StatedFact> theirs(
            List<StatedFact> facts, PersonId person, Function<IdentityKey, List<PersonId>> known) {
        return facts.stream()
                .filter(stated -> !(stated.fact() instanceof Contact) || isTheirs(stated, person, known))
                .toList();
    }

    private static boolean isTheirs(StatedFact contact, PersonId person, Function<IdentityKey, List<PersonId>> known) {
        Set<PersonId> carriers = new TreeSet<>();
        Collection<IdentityKey> keys = IdentityKeys.of(List.of(contact));
        keys.forEach(key -> carriers.addAll(known.apply(key)));
        return carriers.isEmpty() || carriers.contains(person);
    }
}
