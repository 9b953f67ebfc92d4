package org.talentrecall.ingest.imap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderPatternTest {
    @ParameterizedTest
    @CsvSource({
        "INBOX, Inbox, true",
        "招聘, 招聘, true",
        "招聘/*, 招聘.社招.技术, true",
        "招聘/%, 招聘.社招.技术, false",
        "招聘/%, 招聘.社招, true",
        "招聘/*, 招聘, false",
        "%, 招聘, true",
        "*技术, 招聘.社招.技术, true",
        "Sent, sent, false",
        "a+(b, a+(b, true",
    })
    void fits_as_list_does(String pattern, String folder, boolean fits) {
        assertThat(new FolderPattern(pattern).matches(folder, '.')).isEqualTo(fits);
    }
}
