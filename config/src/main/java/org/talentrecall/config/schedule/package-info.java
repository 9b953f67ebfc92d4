/** The nightly schedule: Quartz, clustered, in the operator's time zone. */
@NullMarked
package org.talentrecall.config.schedule;

import org.jspecify.annotations.NullMarked;
