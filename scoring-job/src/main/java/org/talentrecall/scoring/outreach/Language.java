package org.talentrecall.scoring.outreach;

import java.util.Locale;
import java.util.stream.Stream;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.fact.Communication;
import org.talentrecall.archive.fact.Communication.Direction;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.Project;
import org.talentrecall.archive.fact.Skill;
import org.talentrecall.archive.text.TextFolding;
import org.talentrecall.scoring.profile.Claims;

/**
 * In which language to write to a person: that of their own letters. Who never wrote but bears a Chinese name reads Chinese,
 * whatever their resume is written in; of others the resume tells.
 */
final class Language {
    /** A Chinese text says with one character what takes an English one about five letters. */
    private static final int LETTERS_A_CHARACTER = 5;

    private Language() {}

    /** Simplified Chinese or English. */
    static Locale of(Dossier dossier) {
        String letters = String.join(" ", letters(dossier).toList());
        String resume = String.join(" ", resume(dossier).toList());
        String names = String.join(
                " ",
                dossier.of(PersonName.class).stream()
                        .map(told -> told.fact().text())
                        .toList());
        if (letters.isBlank() && dossier.name().orElse("").codePoints().anyMatch(TextFolding::isHan)) {
            return Locale.SIMPLIFIED_CHINESE;
        }
        String own = !letters.isBlank() ? letters : !resume.isBlank() ? resume : names;
        long han = own.codePoints().filter(TextFolding::isHan).count();
        long latin = own.codePoints()
                .filter(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.LATIN)
                .count();
        return latin > han * LETTERS_A_CHARACTER ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    private static Stream<String> letters(Dossier dossier) {
        return dossier.of(Communication.class).stream()
                .map(told -> told.fact())
                .filter(said -> said.direction() == Direction.IN && said.channel() == Communication.Channel.MAIL)
                .map(Communication::content);
    }

    private static Stream<String> resume(Dossier dossier) {
        Stream<String> posts = dossier.of(Employment.class).stream()
                .map(told -> Claims.join(
                        told.fact().company(), told.fact().title(), told.fact().description()));
        Stream<String> projects = dossier.of(Project.class).stream()
                .map(told -> Claims.join(told.fact().name(), told.fact().description()));
        Stream<String> skills =
                dossier.of(Skill.class).stream().map(told -> told.fact().name());
        Stream<String> schools = dossier.of(Education.class).stream()
                .map(told -> Claims.join(told.fact().school(), told.fact().major()));
        return Stream.of(posts, projects, skills, schools).flatMap(each -> each);
    }
}
