/** What entries of news feeds say about somebody's career. */
@NullMarked
package org.talentrecall.enrich.feed;

import org.jspecify.annotations.NullMarked;
