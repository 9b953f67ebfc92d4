package org.talentrecall.archive.linkage;

import org.talentrecall.archive.text.Pinyin;
import org.talentrecall.archive.text.TextFolding;

/**
 * What a given name looks like, which tells how many people have it when it is in no list: a name of one sign is commoner
 * than one of two, and what is left of it in Latin letters is the name of many.
 */
public enum GivenNameShape {
    ONE_SIGN,
    SIGNS,
    ONE_SYLLABLE,
    SYLLABLES,
    /** English and other names. */
    WESTERN;

    /** @param given in its matching form, not empty */
    static GivenNameShape of(String given) {
        if (TextFolding.isHan(given.codePointAt(0))) {
            return given.codePointCount(0, given.length()) == 1 ? ONE_SIGN : SIGNS;
        }
        if (Pinyin.isSyllable(given)) {
            return ONE_SYLLABLE;
        }
        return GivenNameForms.isPinyin(given) ? SYLLABLES : WESTERN;
    }
}
