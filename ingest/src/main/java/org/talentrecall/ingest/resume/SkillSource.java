package org.talentrecall.ingest.resume;

import org.talentrecall.archive.text.GatedPattern;

/** How much the place where a skill stands says about it. */
enum SkillSource {
    /** A list of skills: every item is meant. */
    LISTED,
    /** Sentences about oneself: what is claimed counts where no list says it better. */
    TOLD,
    /** Sentences about work done: tools by name count, and they prove what a list claims. */
    WORK,
    NONE;

    private static final GatedPattern TOOL_LABEL = GatedPattern.compile("(?:开发|运行|软件)(?:工具|环境|平台)|主要技术|使用技术|所用技术");

    static SkillSource of(Row row) {
        if (row.heading() || isWish(row)) {
            return NONE;
        }
        boolean listed = row.labels().stream().anyMatch(label -> label.field() == Field.SKILL);
        boolean duty = row.labels().stream().anyMatch(label -> label.field() == Field.DUTY || isTools(label));
        boolean employer = row.period() != null && row.section() == Section.EMPLOYMENT && !row.isProse();
        if (employer) {
            return NONE;
        }
        return switch (row.section()) {
            case SKILL -> row.isAnchor() ? WORK : LISTED;
            case EMPLOYMENT, PROJECT, TRAINING, CAMPUS -> listed ? LISTED : WORK;
            case HEAD, SELF, RECENT, PERSONAL, OTHER, CERTIFICATE, LANGUAGE -> listed ? LISTED : duty ? WORK : TOLD;
            // Without a heading of its own, work stands under the wish and a claim under the studies.
            case WISH, EDUCATION ->
                listed
                        ? LISTED
                        : duty
                                ? row.section() == Section.WISH ? WORK : NONE
                                : SkillLists.claims(row.line().folded()) ? TOLD : NONE;
            case AWARD, HOBBY, REFERENCE -> listed ? LISTED : NONE;
        };
    }

    /** "开发工具：", "软件环境：" of a project. */
    static boolean isTools(Labels.Labelled label) {
        return label.field() == Field.IGNORED
                && TOOL_LABEL.matcher(label.label()).find();
    }

    private static boolean isWish(Row row) {
        return row.labels().stream()
                .anyMatch(label -> label.field() == Field.WISH
                        || label.field() == Field.AVAILABLE
                        || label.field() == Field.EXPECTED_SALARY);
    }
}
