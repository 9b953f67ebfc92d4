package org.talentrecall.ingest.resume;

/** What a label announces. */
enum Field {
    NAME,
    /** Known so that it can be left out: sex, marriage, ethnicity, age, identity documents… */
    SENSITIVE,
    BIRTH,
    PHONE,
    MAIL,
    WECHAT,
    QQ,
    CITY,
    ADDRESS,
    YEARS,
    CURRENT_SALARY,
    EXPECTED_SALARY,
    COMPANY,
    TITLE,
    DEPARTMENT,
    PERIOD,
    SCHOOL,
    MAJOR,
    DEGREE,
    GRADUATED,
    ENROLLED,
    PROJECT,
    ROLE,
    DUTY,
    SKILL,
    LANGUAGE,
    CERTIFICATE,
    /** When the person could begin, or whether they look for work at all. */
    AVAILABLE,
    URL,
    WISH,
    /** Whom an employer serves or buys from: names of others. */
    CLIENTS,
    IGNORED
}
