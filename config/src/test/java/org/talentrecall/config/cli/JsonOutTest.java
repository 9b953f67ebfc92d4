package org.talentrecall.config.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.talentrecall.archive.fact.PersonalAttribute;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.json.ArchiveJson;
import org.talentrecall.archive.record.Locator;

class JsonOutTest {
    private static final StatedFact TOLD = new StatedFact(
            new PersonalAttribute(PersonalAttribute.Kind.MARRIAGE, "已婚"), new Locator.Document("a.txt", 1, 3), 0.9);

    @Test
    void what_must_not_count_is_masked() {
        assertThat(JsonOut.write(TOLD))
                .contains("MARRIAGE", PersonalAttribute.MASK)
                .doesNotContain("已婚");
    }

    @Test
    void the_archive_itself_keeps_it() {
        assertThat(ArchiveJson.read(ArchiveJson.write(TOLD), StatedFact.class)).isEqualTo(TOLD);
    }
}
