package org.talentrecall.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the same resumes lose in each form against their plain text, field by field. */
final class RenderLoss {
    /** A form may cost this much of a field's F1. */
    static final double MOST = 0.02;

    private final ResumeMeasure plain;
    private final Map<RenderedForm, ResumeMeasure> forms;

    RenderLoss(ResumeMeasure plain, Map<RenderedForm, ResumeMeasure> forms) {
        this.plain = plain;
        this.forms = forms;
    }

    double greatest() {
        return forms.values().stream()
                .mapToDouble(form -> plain.fields().stream()
                        .mapToDouble(field -> plain.f1(field) - form.f1(field))
                        .max()
                        .orElse(0))
                .max()
                .orElse(0);
    }

    /** The fields that lose too much. */
    List<String> broken() {
        List<String> broken = new ArrayList<>();
        forms.forEach((form, measure) -> plain.fields().stream()
                .filter(field -> plain.f1(field) - measure.f1(field) > MOST)
                .forEach(field -> broken.add(String.format(
                        Locale.ROOT,
                        "%s loses %.3f of %s, must be at most %.2f",
                        form,
                        plain.f1(field) - measure.f1(field),
                        field,
                        MOST))));
        return broken;
    }

    String table() {
        StringBuilder text = new StringBuilder(row(
                "F1", "text", forms.keySet().stream().map(RenderedForm::name).toList()));
        for (ResumeField field : plain.fields()) {
            text.append(row(
                    field.toString(),
                    figure(plain.f1(field)),
                    forms.values().stream().map(form -> figure(form.f1(field))).toList()));
        }
        return text.toString();
    }

    /** What each form is read as where the text is read otherwise. */
    String faults() {
        StringBuilder text = new StringBuilder();
        forms.values().forEach(form -> text.append(form.beyond(plain)));
        return text.toString();
    }

    private static String figure(double f1) {
        return String.format(Locale.ROOT, "%.3f", f1);
    }

    private static String row(String name, String plain, List<String> forms) {
        return String.format(Locale.ROOT, "%-14s %8s", name, plain)
                + forms.stream()
                        .map(form -> String.format(Locale.ROOT, " %12s", form))
                        .collect(Collectors.joining())
                + "\n";
    }
}
