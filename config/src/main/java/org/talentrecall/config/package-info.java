/** Puts the modules together: settings, jobs, schedule and command line. */
@NullMarked
package org.talentrecall.config;

import org.jspecify.annotations.NullMarked;
