package org.talentrecall.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ResumesHarnessTest {
    private static Path set() throws URISyntaxException {
        return set("resumes");
    }

    private static Path set(String folder) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(ResumesHarnessTest.class.getResource(folder + "/labels.json"))
                        .toURI())
                .getParent();
    }

    @Test
    void reads_resumes_of_many_shapes_as_well_as_promised() throws IOException, URISyntaxException {
        ResumeMeasure measure = new ResumesHarness(set()).measure(set(), "text");

        assertEquals(List.of(), measure.broken(), measure::worst);
        assertTrue(measure.f1() >= 0.92, measure::table);
    }

    /** Twelve resumes a half: one value lost is some hundredths. */
    @Test
    void reads_resumes_of_other_trades_no_worse_than_measured() throws IOException, URISyntaxException {
        assertReads(
                "trades/first",
                Map.ofEntries(
                        Map.entry(ResumeField.NAME, 0.97),
                        Map.entry(ResumeField.PHONE, 0.95),
                        Map.entry(ResumeField.MAIL, 0.97),
                        Map.entry(ResumeField.CITY, 0.90),
                        Map.entry(ResumeField.CURRENT_PAY, 0.90),
                        Map.entry(ResumeField.EXPECTED_PAY, 0.93),
                        Map.entry(ResumeField.SCHOOL, 0.97),
                        Map.entry(ResumeField.DEGREE, 0.95),
                        Map.entry(ResumeField.COMPANY, 0.95),
                        Map.entry(ResumeField.TITLE, 0.92),
                        Map.entry(ResumeField.POST_DATES, 0.95),
                        Map.entry(ResumeField.SKILL, 0.87),
                        Map.entry(ResumeField.CERTIFICATE, 0.95)));
        assertReads(
                "trades/second",
                Map.ofEntries(
                        Map.entry(ResumeField.NAME, 0.97),
                        Map.entry(ResumeField.PHONE, 0.97),
                        Map.entry(ResumeField.MAIL, 0.97),
                        Map.entry(ResumeField.CITY, 0.97),
                        Map.entry(ResumeField.CURRENT_PAY, 0.90),
                        Map.entry(ResumeField.EXPECTED_PAY, 0.90),
                        Map.entry(ResumeField.SCHOOL, 0.97),
                        Map.entry(ResumeField.DEGREE, 0.97),
                        Map.entry(ResumeField.COMPANY, 0.97),
                        Map.entry(ResumeField.TITLE, 0.95),
                        Map.entry(ResumeField.POST_DATES, 0.97),
                        Map.entry(ResumeField.SKILL, 0.80),
                        Map.entry(ResumeField.CERTIFICATE, 0.90)));
    }

    /** Shapes that no rule knew when the texts were written: letters, chats, forms of Taiwan, numbered English careers. */
    @Test
    void reads_resumes_of_unusual_shapes_no_worse_than_measured() throws IOException, URISyntaxException {
        assertReads(
                "trades/third",
                Map.ofEntries(
                        Map.entry(ResumeField.NAME, 0.97),
                        Map.entry(ResumeField.PHONE, 0.97),
                        Map.entry(ResumeField.MAIL, 0.97),
                        Map.entry(ResumeField.CITY, 0.95),
                        Map.entry(ResumeField.CURRENT_PAY, 0.95),
                        Map.entry(ResumeField.EXPECTED_PAY, 0.95),
                        Map.entry(ResumeField.SCHOOL, 0.97),
                        Map.entry(ResumeField.DEGREE, 0.96),
                        Map.entry(ResumeField.COMPANY, 0.97),
                        Map.entry(ResumeField.TITLE, 0.97),
                        Map.entry(ResumeField.POST_DATES, 0.97),
                        Map.entry(ResumeField.SKILL, 0.84)));
        assertReads(
                "trades/fifth",
                Map.ofEntries(
                        Map.entry(ResumeField.NAME, 0.97),
                        Map.entry(ResumeField.PHONE, 0.97),
                        Map.entry(ResumeField.CITY, 0.97),
                        Map.entry(ResumeField.EXPECTED_PAY, 0.97),
                        Map.entry(ResumeField.SCHOOL, 0.97),
                        Map.entry(ResumeField.DEGREE, 0.97),
                        Map.entry(ResumeField.COMPANY, 0.97),
                        Map.entry(ResumeField.TITLE, 0.95),
                        Map.entry(ResumeField.POST_DATES, 0.97),
                        Map.entry(ResumeField.SKILL, 0.85)));
        assertReads(
                "trades/fourth",
                Map.ofEntries(
                        Map.entry(ResumeField.NAME, 0.97),
                        Map.entry(ResumeField.PHONE, 0.97),
                        Map.entry(ResumeField.MAIL, 0.97),
                        Map.entry(ResumeField.CITY, 0.90),
                        Map.entry(ResumeField.CURRENT_PAY, 0.97),
                        Map.entry(ResumeField.EXPECTED_PAY, 0.97),
                        Map.entry(ResumeField.SCHOOL, 0.94),
                        Map.entry(ResumeField.DEGREE, 0.93),
                        Map.entry(ResumeField.COMPANY, 0.95),
                        Map.entry(ResumeField.TITLE, 0.95),
                        Map.entry(ResumeField.POST_DATES, 0.95),
                        Map.entry(ResumeField.SKILL, 0.84)));
    }

    /** Exports of job boards and pasted resumes; the last two sets were never looked at by who changed the reader. */
    @Test
    void reads_resumes_of_job_boards_no_worse_than_measured() throws IOException, URISyntaxException {
        assertReads("boards/first", boards(0.95, 0.95, 0.95, 0.97, 0.71));
        assertReads("boards/second", boards(0.90, 0.87, 0.96, 0.92, 0.69));
        assertReads("boards/third", boards(0.89, 0.86, 0.94, 0.95, 0.70));
        assertReads("boards/fourth", boards(0.95, 0.95, 0.96, 0.96, 0.76));
        assertReads("boards/fifth", boards(0.92, 0.90, 0.93, 0.97, 0.70));
    }

    private static Map<ResumeField, Double> boards(
            double company, double title, double school, double degree, double skill) {
        return Map.ofEntries(
                Map.entry(ResumeField.NAME, 0.97),
                Map.entry(ResumeField.PHONE, 0.97),
                Map.entry(ResumeField.MAIL, 0.97),
                Map.entry(ResumeField.CITY, 0.92),
                Map.entry(ResumeField.EXPECTED_PAY, 0.90),
                Map.entry(ResumeField.COMPANY, company),
                Map.entry(ResumeField.POST_DATES, company),
                Map.entry(ResumeField.TITLE, title),
                Map.entry(ResumeField.SCHOOL, school),
                Map.entry(ResumeField.DEGREE, degree),
                Map.entry(ResumeField.SKILL, skill));
    }

    private static void assertReads(String folder, Map<ResumeField, Double> floors)
            throws IOException, URISyntaxException {
        ResumeMeasure measure = new ResumesHarness(set(folder)).measure(set(folder), folder);

        floors.forEach((field, least) ->
                assertTrue(measure.f1(field) >= least, () -> field + " " + measure.f1(field) + "\n" + measure.worst()));
    }
}
