package org.talentrecall.bench;

import java.util.Locale;

/** What is measured, each with the F1 it has to reach; 0 where only the figure is wanted. */
enum ResumeField {
    NAME(0.97),
    PHONE(0.97),
    MAIL(0.97),
    PROFILE(0),
    CITY(0.93),
    BIRTH(0),
    YEARS(0),
    CURRENT_PAY(0.90),
    EXPECTED_PAY(0.90),
    AVAILABILITY(0),
    SCHOOL(0.93),
    DEGREE(0.93),
    MAJOR(0),
    STUDY_DATES(0),
    COMPANY(0.90),
    TITLE(0.90),
    DEPARTMENT(0),
    POST_DATES(0.90),
    SKILL(0.75),
    LANGUAGE(0),
    CERTIFICATE(0),
    PROJECT(0);

    private final double least;

    ResumeField(double least) {
        this.least = least;
    }

    double least() {
        return least;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
