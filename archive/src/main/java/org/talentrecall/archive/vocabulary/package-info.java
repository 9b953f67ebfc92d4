/** What the words of the field mean: skills, domains, titles and places, Chinese and English side by side. */
@NullMarked
package org.talentrecall.archive.vocabulary;

import org.jspecify.annotations.NullMarked;
