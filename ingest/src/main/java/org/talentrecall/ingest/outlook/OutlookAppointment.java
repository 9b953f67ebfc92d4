package org.talentrecall.ingest.outlook;

import com.pff.PSTAppointment;
import com.pff.PSTException;
import com.pff.PSTGlobalObjectId;
import com.pff.PSTRecipient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.outlook.MeetingCalendar.Person;

/** Reads an appointment of a PST file, or a message about one, as a calendar. */
final class OutlookAppointment {
    private static final int CANCELLED = 4;
    private static final String OF_ANOTHER_PROGRAM = "vCal-Uid";
    /** Behind that word stand four bytes more. */
    private static final int BEFORE_UID = OF_ANOTHER_PROGRAM.length() + 4;

    private OutlookAppointment() {}

    static MeetingCalendar calendar(PSTAppointment item) throws PSTException, IOException {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < item.getNumberOfRecipients(); i++) {
            PSTRecipient recipient = item.getRecipient(i);
            people.add(new Person(
                    recipient.getDisplayName(), mail(recipient.getSmtpAddress(), recipient.getEmailAddress())));
        }
        return new MeetingCalendar(
                item.getMessageClass(),
                uid(item),
                item.getAppointmentSequence(),
                (item.getMeetingStatus() & CANCELLED) != 0,
                item.isRecurring(),
                instant(item.getStartTime()),
                instant(item.getEndTime()),
                stamp(item),
                new Person(item.getSenderName(), mail(item.getSenderEmailAddress())),
                people,
                item.getSubject(),
                item.getLocation(),
                item.getBody());
    }

    private static @Nullable Instant stamp(PSTAppointment item) {
        return Stream.of(item.getClientSubmitTime(), item.getMessageDeliveryTime(), item.getLastModificationTime())
                .filter(Objects::nonNull)
                .findFirst()
                .map(Date::toInstant)
                .orElse(null);
    }

    private static @Nullable String mail(String... addresses) {
        return Stream.of(addresses)
                .filter(address -> address != null && address.contains("@"))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    /** The same for the entry and all messages about it; of a meeting that another program set up, that program's. */
    private static String uid(PSTAppointment item) {
        try {
            PSTGlobalObjectId id = item.getCleanGlobalObjectId();
            byte[] data = id.getData();
            String text = new String(data, StandardCharsets.UTF_8);
            if (text.startsWith(OF_ANOTHER_PROGRAM) && data.length > BEFORE_UID) {
                return new String(data, BEFORE_UID, data.length - BEFORE_UID, StandardCharsets.UTF_8)
                        .replaceAll("\\p{Cntrl}", "");
            }
            Date made = id.getCreationTime();
            return "outlook-" + (made == null ? 0 : made.toInstant().toEpochMilli()) + '-'
                    + HexFormat.of().formatHex(data);
        } catch (RuntimeException missing) {
            // The library takes for granted that it is there; an appointment that was never sent has none.
            return "";
        }
    }
}
