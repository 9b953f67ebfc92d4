package org.talentrecall.archive.text;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * Mainland mobile numbers written as plainly as they can be, which nearly all are once they lie in an archive: nothing has
 * to be searched or parsed for them. Which numbers are given out is asked of libphonenumber, once for each beginning of five
 * digits; it never looks further, which a test holds. Safe for use by several threads.
 */
final class MainlandMobiles {
    private static final String COUNTRY = "+86";
    private static final int DIGITS = 11;
    private static final byte GIVEN_OUT = 1;
    private static final byte NOT_GIVEN_OUT = 2;
    /** By the first five digits; 0 is not asked yet. Threads that ask at the same time come to the same answer. */
    private static final byte[] BEGINNINGS = new byte[100_000];

    private MainlandMobiles() {}

    /** The number as E.164 when the text is nothing but a mobile of eleven digits, with 86 or +86 before it or not; else null. */
    static @Nullable String plain(String written) {
        int begin = written.length() - DIGITS;
        boolean shape = begin == 0
                || (begin == 2 && written.startsWith("86"))
                || (begin == COUNTRY.length() && written.startsWith(COUNTRY));
        return shape && isMobile(written, begin) ? COUNTRY + written.substring(begin) : null;
    }

    /** True for an E.164 number that is a mainland mobile. */
    static boolean isE164(String number) {
        return number.length() == COUNTRY.length() + DIGITS
                && number.startsWith(COUNTRY)
                && isMobile(number, COUNTRY.length());
    }

    private static boolean isMobile(String number, int begin) {
        int beginning = 0;
        for (int i = begin; i < number.length(); i++) {
            int digit = number.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            beginning = i < begin + 5 ? beginning * 10 + digit : beginning;
        }
        if (number.charAt(begin) != '1') {
            return false;
        }
        if (BEGINNINGS[beginning] == 0) {
            BEGINNINGS[beginning] = isGivenOut(number.substring(begin)) ? GIVEN_OUT : NOT_GIVEN_OUT;
        }
        return BEGINNINGS[beginning] == GIVEN_OUT;
    }

    private static boolean isGivenOut(String digits) {
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = util.parse(COUNTRY + digits, "CN");
            return util.isValidNumber(number) && util.getNumberType(number) == PhoneNumberType.MOBILE;
        } catch (NumberParseException e) {
            return false;
        }
    }
}
