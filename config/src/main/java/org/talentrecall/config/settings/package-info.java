/** Loading the operator's settings and finding their faults before anything runs. */
@NullMarked
package org.talentrecall.config.settings;

import org.jspecify.annotations.NullMarked;
