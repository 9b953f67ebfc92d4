package org.talentrecall.ingest.spreadsheet;

import java.util.EnumSet;
import java.util.Set;

/** What a column is about. The words people use for each are in {@code headers.tsv}. */
public enum Field {
    NAME,
    FIRST_NAME,
    LAST_NAME,
    PHONE,
    MAIL,
    /** A column that mixes ways to reach a person. */
    CONTACT,
    WECHAT,
    PROFILE,
    OPENING_ID,
    /** A post of ours; in lists of what became of people, the post they hold. */
    POST,
    INTERVIEW_DATE,
    APPLIED_ON,
    /** The date the row is about. */
    DATE,
    INTERVIEWER,
    ROUND,
    INTERVIEWER_OPINION,
    BOSS_OPINION,
    HR_OPINION,
    GRADE,
    RESULT,
    STATUS,
    REASON,
    EXPECTED_PAY,
    CURRENT_PAY,
    OFFERED_PAY,
    YEARS,
    CITY,
    SKILLS,
    SCHOOL,
    DEGREE,
    MAJOR,
    GRADUATED,
    CURRENT_COMPANY,
    COMPANY,
    CURRENT_TITLE,
    DEPARTMENT,
    LEVEL,
    BUDGET,
    BUDGET_FROM,
    BUDGET_TO,
    MUST,
    WISH,
    DESCRIPTION,
    OPENED_ON,
    OPENED_BECAUSE,
    REMOTE,
    HEADCOUNT,
    CHANNEL,
    DIRECTION,
    CONTENT,
    ANSWER,
    /** Who of ours did it. */
    OWNER,
    MANAGER,
    PROMISED,
    UPDATE_KIND,
    URL,
    JOINED_ON,
    REMARK,
    /** Year or day of birth: tells namesakes apart, never scored. */
    BIRTH,
    /** Known and left alone: sex, age and the like, running numbers. */
    IGNORED;

    static final Set<Field> NAMES = EnumSet.of(NAME, FIRST_NAME, LAST_NAME);
    static final Set<Field> CONTACTS = EnumSet.of(PHONE, MAIL, CONTACT, WECHAT, PROFILE);
}
