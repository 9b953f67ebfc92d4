/** The jobs: which steps make up a night, and how a killed run is taken up again. */
@NullMarked
package org.talentrecall.config.job;

import org.jspecify.annotations.NullMarked;
