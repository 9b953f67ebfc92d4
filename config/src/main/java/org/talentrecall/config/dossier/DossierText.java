package org.talentrecall.config.dossier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.talentrecall.archive.dossier.Dossier;

/** A dossier as plain text: one heading a kind of fact, below each value the places that say it. */
public final class DossierText {
    private DossierText() {}

    public static String of(Dossier dossier, Locale locale) {
        DossierTexts texts = new DossierTexts(locale);
        StringBuilder text = new StringBuilder();
        text.append(dossier.name().orElse("-"))
                .append("  ")
                .append(dossier.id())
                .append('\n');
        groups(dossier, texts).forEach((group, lines) -> {
            text.append('\n').append(group).append('\n');
            for (FactLine line : lines) {
                text.append("  ").append(line.text()).append('\n');
                line.places()
                        .forEach(place -> text.append("      ← ").append(place).append('\n'));
            }
        });
        return text.toString();
    }

    /** The lines by heading, in the dossier's order. */
    static Map<String, List<FactLine>> groups(Dossier dossier, DossierTexts texts) {
        Map<String, List<FactLine>> groups = new LinkedHashMap<>();
        dossier.entries().stream()
                .map(entry -> FactLine.of(entry, texts))
                .forEach(line -> groups.computeIfAbsent(line.group(), group -> new ArrayList<>())
                        .add(line));
        return groups;
    }
}
