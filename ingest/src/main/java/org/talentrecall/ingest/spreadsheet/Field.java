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
    /** All that one round of interviews brought, in one cell. */
    ROUND_NOTES,
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
    /** Whether the person may be contacted. */
    MAY_CONTACT,
    /** Since when a network's contact is one. */
    CONNECTED_ON,
    /** Year or day of birth: tells namesakes apart, never scored. */
    BIRTH,
    /** Known and left alone: sex, age and the like, running numbers. */
    IGNORED;

    /** What a round of interviews has of its own; in {@link Table.Column}s with a round. */
    static final Set<Field> OF_ROUNDS =
            EnumSet.of(INTERVIEW_DATE, INTERVIEWER, RESULT, INTERVIEWER_OPINION, GRADE, REASON, ROUND_NOTES);

    /** What is said of nobody but candidates and openings. */
    static final Set<Field> OF_RECRUITING = EnumSet.of(
            INTERVIEW_DATE,
            APPLIED_ON,
            INTERVIEWER,
            ROUND_NOTES,
            INTERVIEWER_OPINION,
            BOSS_OPINION,
            EXPECTED_PAY,
            OFFERED_PAY,
            OPENING_ID,
            OPENED_BECAUSE,
            HEADCOUNT,
            MUST,
            UPDATE_KIND,
            MAY_CONTACT);

    static final Set<Field> NAMES = EnumSet.of(NAME, FIRST_NAME, LAST_NAME);
    static final Set<Field> CONTACTS = EnumSet.of(PHONE, MAIL, CONTACT, WECHAT, PROFILE);
}
