package org.talentrecall.bench;

import java.util.List;

/** The values of one resume. */
interface Fields {
    /** In forms that can be compared; values that are not told are left out. */
    List<String> of(ResumeField field);
}
