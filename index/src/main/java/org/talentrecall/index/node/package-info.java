/** The Elasticsearch node that comes with the program: unpacked, started, shared between commands, stopped. */
@NullMarked
package org.talentrecall.index.node;

import org.jspecify.annotations.NullMarked;
