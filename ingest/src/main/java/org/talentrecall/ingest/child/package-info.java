/** Work on hostile bytes in child processes, which can be ended when it takes too long and die alone when memory ends. */
@NullMarked
package org.talentrecall.ingest.child;

import org.jspecify.annotations.NullMarked;
