package org.talentrecall.ingest.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Fact;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.record.RecordKind;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.archive.record.SourceRecord;
import org.talentrecall.ingest.mailbox.MessageRecord.Part;

class PeopleInMailTest {
    private static final Locator PLACE = new Locator.Mail("inbox", "m@example.cn", null, null, null);

    private static MessageRecord record(Part part, Fact... facts) {
        List<StatedFact> stated = new ArrayList<>();
        for (Fact fact : facts) {
            stated.add(new StatedFact(fact, PLACE, 1));
        }
        SourceRecord record = SourceRecord.of(
                new SourceId("inbox"), RecordKind.MAIL, "m" + stated, ContentHash.of(new byte[0]), null);
        return MessageRecord.stored(record, stated, part);
    }

    private static PersonName name(String name) {
        return new PersonName(name);
    }

    private static Contact mail(String address) {
        return new Contact(Contact.Kind.MAIL, address, address);
    }

    @Test
    void counts_records_that_share_a_name_or_a_contact_once() {
        assertThat(PeopleInMail.count(List.of(
                        record(Part.BODY, name("Wang Lei"), mail("a@example.cn")),
                        record(Part.FILE, name("wang lei")),
                        record(Part.FILE, name("王磊"), mail("a@example.cn")))))
                .isEqualTo(1);
    }

    @Test
    void counts_two_papers_of_different_people_twice() {
        assertThat(PeopleInMail.count(List.of(record(Part.FILE, name("王磊")), record(Part.FILE, mail("b@example.cn")))))
                .isEqualTo(2);
    }

    @Test
    void takes_a_letter_from_another_address_for_the_same_person_as_the_papers() {
        assertThat(PeopleInMail.count(List.of(
                        record(Part.BODY, mail("old@example.cn")),
                        record(Part.FILE, name("王磊"), mail("a@example.cn")))))
                .isEqualTo(1);
    }

    @Test
    void counts_people_named_in_the_body_beside_the_papers() {
        assertThat(PeopleInMail.count(List.of(record(Part.BODY, name("李梅")), record(Part.FILE, name("王磊")))))
                .isEqualTo(2);
    }

    @Test
    void counts_nobody_where_nobody_is_named() {
        assertThat(PeopleInMail.count(List.of(record(Part.BODY)))).isZero();
    }
}
