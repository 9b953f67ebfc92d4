/** Questions that only people can answer, and how far the reviewing of a dossier has come (录入-审核-归档). */
@NullMarked
package org.talentrecall.archive.review;

import org.jspecify.annotations.NullMarked;
