package org.talentrecall.ingest.resume;

/** The parts of a resume. */
enum Section {
    /** Before the first heading. */
    HEAD,
    PERSONAL,
    WISH,
    SELF,
    RECENT,
    EMPLOYMENT,
    EDUCATION,
    PROJECT,
    TRAINING,
    CERTIFICATE,
    SKILL,
    LANGUAGE,
    AWARD,
    HOBBY,
    CAMPUS,
    REFERENCE,
    OTHER;

    /** Whether posts and studies may be told here; headings are often missing, so nearly everywhere. */
    boolean tellsCareer() {
        return switch (this) {
            case HEAD, PERSONAL, WISH, SELF, EMPLOYMENT, EDUCATION, SKILL, LANGUAGE, HOBBY, CAMPUS, OTHER, RECENT ->
                true;
            case PROJECT, TRAINING, CERTIFICATE, AWARD, REFERENCE -> false;
        };
    }
}
