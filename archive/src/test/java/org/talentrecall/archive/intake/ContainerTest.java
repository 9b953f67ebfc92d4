package org.talentrecall.archive.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.record.SourceId;

class ContainerTest {
    private static final SourceId SOURCE = new SourceId("hr");

    private static Container resumed(Container known, String fingerprint) {
        return Container.resumed(Optional.ofNullable(known), SOURCE, "INBOX", fingerprint);
    }

    @Test
    void reading_goes_on_in_a_container_that_is_as_it_was_and_begins_again_in_one_that_changed() {
        Container first = resumed(null, "1");
        assertEquals(Container.first(SOURCE, "INBOX", "1"), first);
        Container read = first.advanced("17", 17, true);

        assertEquals(read, resumed(read, "1"));
        assertEquals(new Container(SOURCE, "INBOX", "2", 2, "", 0, false), resumed(read, "2"));
    }
}
