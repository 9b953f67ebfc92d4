/** Resumes in Chinese and English as facts: sections, entries, contacts, each with its line and a confidence. */
@NullMarked
package org.talentrecall.ingest.resume;

import org.jspecify.annotations.NullMarked;
