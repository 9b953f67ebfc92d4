package org.talentrecall.ingest.resume;

import org.talentrecall.archive.fact.PersonFact;

/** A fact and the line that tells it. */
record Found(PersonFact fact, Line line, double confidence) {}
