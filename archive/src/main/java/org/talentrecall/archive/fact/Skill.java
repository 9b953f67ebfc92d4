package org.talentrecall.archive.fact;

import org.jspecify.annotations.Nullable;

/** A skill a person states or shows; {@code evidence} is the sentence that shows it. */
public record Skill(String name, @Nullable String evidence) implements PersonFact {}
