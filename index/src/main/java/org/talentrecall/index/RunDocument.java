package org.talentrecall.index;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of a run, or what a step read from one source.
 *
 * @param run the run's key, for example {@code nightly-2026-11-23-1}
 * @param source the source's name; null for the step as a whole
 * @param balanced whether read = stored + merged + rejected + suppressed; null where it does not apply
 * @param message one sentence when something is wrong, or null
 */
public record RunDocument(
        String run,
        LocalDate night,
        String job,
        String step,
        @Nullable String source,
        String status,
        Instant startedAt,
        @Nullable Instant endedAt,
        long read,
        long stored,
        long merged,
        long rejected,
        long suppressed,
        long written,
        @Nullable Boolean balanced,
        @Nullable String message) {

    String id() {
        return run + "|" + step + (source == null ? "" : "|" + source);
    }

    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("run", run);
        body.put("night", night.toString());
        body.put("job", job);
        body.put("step", step);
        if (source != null) {
            body.put("source", source);
        }
        body.put("status", status);
        body.put("started_at", startedAt.toString());
        if (endedAt != null) {
            body.put("ended_at", endedAt.toString());
            body.put("seconds", (endedAt.toEpochMilli() - startedAt.toEpochMilli()) / 1000.0);
        }
        body.put("read", read);
        body.put("stored", stored);
        body.put("merged", merged);
        body.put("rejected", rejected);
        body.put("suppressed", suppressed);
        body.put("written", written);
        if (balanced != null) {
            body.put("balanced", balanced);
        }
        if (message != null) {
            body.put("message", message);
        }
        return body;
    }
}
