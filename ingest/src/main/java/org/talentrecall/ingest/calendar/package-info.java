/** Invitations to interviews as calendars write them (iCalendar, RFC 5545 and RFC 5546). */
@NullMarked
package org.talentrecall.ingest.calendar;

import org.jspecify.annotations.NullMarked;
