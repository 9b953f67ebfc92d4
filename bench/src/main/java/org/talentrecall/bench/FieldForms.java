package org.talentrecall.bench;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.text.PhoneNumbers;
import org.talentrecall.archive.text.ProfileUrls;
import org.talentrecall.archive.text.TextFolding;
import org.talentrecall.archive.vocabulary.Cities;
import org.talentrecall.archive.vocabulary.Mention;
import org.talentrecall.archive.vocabulary.Term;
import org.talentrecall.archive.vocabulary.Vocabulary;

/** The forms in which values of a resume are compared: case, width, blanks and the ways to write one thing do not count. */
final class FieldForms {
    private static final Vocabulary VOCABULARY = Vocabulary.standard();

    private FieldForms() {}

    static String plain(@Nullable String text) {
        return text == null ? "" : TextFolding.fold(text).replaceAll("[\\s|;,.()、·/&-]", "");
    }

    /** Grouping and country code do not count; a number nobody could dial stays as written. */
    static String phone(String written) {
        return PhoneNumbers.normalise(written.replaceFirst("^086(?=0)", "")).orElse(written.replaceAll("\\D", ""));
    }

    /** The last digits: "6123 4567" in Hong Kong and +852 6123 4567 are one number. */
    static String dialled(String phone) {
        String digits = phone.replaceAll("\\D", "");
        return digits.substring(Math.max(0, digits.length() - 8));
    }

    /** The city of a district, where the vocabulary knows it. */
    static String city(String written) {
        return Cities.canonical(written).orElseGet(() -> plain(written).replaceAll("[市省区县]", ""));
    }

    static String url(String written) {
        return ProfileUrls.normalise(written).orElse(written);
    }

    /** Chinese, British and American names of one level of study are one degree. */
    static String degree(@Nullable String written) {
        String folded = plain(written);
        if (folded.isEmpty()) {
            return "";
        }
        if (folded.matches(".*博士后.*|postdoc.*")) {
            return "博士后";
        }
        if (folded.matches(".*博士.*|ph\\.?d.*|doctor.*|dphil.*")) {
            return "博士";
        }
        if (folded.matches(".*(?:硕士|研究生|mba|碩士).*|m(?:sc|a|eng|s|tech|phil|res|ed|fa|pa|com|pharm|stat).*|master.*")) {
            return "硕士";
        }
        if (folded.matches(".*(?:大专|专科|高职|高级文凭|副学士).*|associate.*|diploma.*")) {
            return "大专";
        }
        return folded.matches(".*(?:本科|学士).*|大学|b(?:sc|a|eng|s|e|tech|ba|com|ed|fa).*|bachelor.*") ? "本科" : folded;
    }

    /** The vocabulary's term where the words are mainly one; a version behind the name does not count. */
    static String skill(String written) {
        Optional<Term> whole = VOCABULARY.find(written);
        if (whole.isPresent()) {
            return whole.get().id();
        }
        List<Mention> mentions = VOCABULARY.mentions(written);
        Optional<Mention> longest =
                mentions.stream().max(java.util.Comparator.comparingInt(mention -> mention.end() - mention.start()));
        return longest.filter(mention -> (mention.end() - mention.start()) * 2 >= written.length())
                .map(mention -> mention.term().id())
                .orElseGet(() -> plain(written).replaceAll("(?<=[a-z])v?\\d{1,4}$", ""));
    }

    static String span(@Nullable String from, @Nullable String to) {
        String span = (from == null ? "?" : from) + ".." + (to == null || to.equals("present") ? "?" : to);
        return span.equals("?..?") ? "" : span;
    }

    static @Nullable String month(@Nullable PartialDate date) {
        return date == null
                ? null
                : date.toString().substring(0, Math.min(7, date.toString().length()));
    }
}
