/** What the machine has and lacks, told before a night fails for it. */
@NullMarked
package org.talentrecall.config.doctor;

import org.jspecify.annotations.NullMarked;
