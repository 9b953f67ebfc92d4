package org.talentrecall.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ResumesHarnessTest {
    private static Path set() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(ResumesHarnessTest.class.getResource("resumes/labels.json"))
                        .toURI())
                .getParent();
    }

    @Test
    void reads_resumes_of_many_shapes_as_well_as_promised() throws IOException, URISyntaxException {
        ResumeMeasure measure = new ResumesHarness(set()).measure(set(), "text");

        assertEquals(List.of(), measure.broken(), measure::worst);
        assertTrue(measure.f1() >= 0.92, measure::table);
    }
}
