package org.talentrecall.scoring.outreach;

/**
 * Who signs the drafts.
 *
 * @param company our name; may be blank
 * @param name who writes; may be blank
 */
public record Sender(String company, String name) {
    public static Sender unnamed() {
        return new Sender("", "");
    }
}
