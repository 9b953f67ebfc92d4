/** What a sentence in Chinese or English says about somebody's career: 邵明哲出任…风控主管, X joins Y as Z. */
@NullMarked
package org.talentrecall.enrich.news;

import org.jspecify.annotations.NullMarked;
