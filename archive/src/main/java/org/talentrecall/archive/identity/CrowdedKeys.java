package org.talentrecall.archive.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Tells addresses of one person from those of a recruiter, a family or an office: a telephone number, mail address,
 * profile or WeChat account that comes with more than two clearly different names is crowded, and alone says nothing
 * about who somebody is.
 */
public final class CrowdedKeys {
    private static final int NAMES_OF_ONE_PERSON = 2;

    private CrowdedKeys() {}

    /** Keys of this kind can be crowded; the others name the person or the mail already. */
    public static boolean canCrowd(IdentityKey.Kind kind) {
        return switch (kind) {
            case PHONE, MAIL, PROFILE, WECHAT -> true;
            case RECORD, MESSAGE, NAME_EMPLOYER, NAME_SCHOOL, NAME_BIRTH_YEAR, NAME_POST -> false;
        };
    }

    /**
     * True for more than two clearly different names. A name that holds all letters of another one (王 in 王建国) does not
     * clearly differ from it.
     *
     * @param nameForms see {@link NameSignature}; empty ones count for nothing
     */
    public static boolean isCrowded(Collection<String> nameForms) {
        List<String> different = new ArrayList<>();
        TreeSet<String> longestFirst =
                new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(form -> form));
        longestFirst.addAll(nameForms);
        longestFirst.remove("");
        for (String form : longestFirst) {
            if (different.stream().noneMatch(longer -> holds(longer, form))) {
                different.add(form);
                if (different.size() > NAMES_OF_ONE_PERSON) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Both have their letters in order. */
    private static boolean holds(String longer, String shorter) {
        int at = 0;
        for (int i = 0; i < longer.length() && at < shorter.length(); i++) {
            if (longer.charAt(i) == shorter.charAt(at)) {
                at++;
            }
        }
        return at == shorter.length();
    }
}
