package org.talentrecall.index.document;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.Pay;

/** The fields of one document while it is made. Absent values and empty lists leave no field. */
final class Fields {
    private final Map<String, Object> values = new LinkedHashMap<>();

    Fields put(String name, @Nullable Object value) {
        if (value instanceof String text ? !text.isBlank() : value != null) {
            values.put(name, value);
        }
        return this;
    }

    /** Its earliest day. */
    Fields put(String name, @Nullable PartialDate date) {
        return put(name, date == null ? null : (Object) date.earliest().toString());
    }

    Fields put(String name, @Nullable Enum<?> constant) {
        return put(name, constant == null ? null : (Object) constant.name());
    }

    /** The distinct values in order, blank ones left out. */
    Fields putAll(String name, Stream<? extends @Nullable Object> items) {
        List<Object> distinct = items.filter(
                        item -> item != null && !item.toString().isBlank())
                .<Object>map(item -> item instanceof Enum<?> constant ? constant.name() : item)
                .distinct()
                .toList();
        if (!distinct.isEmpty()) {
            values.put(name, distinct);
        }
        return this;
    }

    Fields putPay(String name, @Nullable Pay pay, @Nullable PartialDate date) {
        if (pay != null) {
            Fields inner = new Fields()
                    .put("min", pay.minMonthly())
                    .put("max", pay.maxMonthly())
                    .put("currency", pay.currency())
                    .put("months", pay.months())
                    .put("date", date)
                    .put("as_written", pay.asWritten());
            values.put(name, inner.map());
        }
        return this;
    }

    Fields putFields(String name, Fields inner) {
        if (!inner.values.isEmpty()) {
            values.put(name, inner.map());
        }
        return this;
    }

    Map<String, Object> map() {
        return values;
    }

    /** Joins texts by line ends, cut at a length that an index bears. */
    static String join(Collection<String> texts, int limit) {
        StringBuilder joined = new StringBuilder();
        for (String text : texts) {
            if (text.isBlank()) {
                continue;
            }
            if (joined.length() + text.length() > limit) {
                int end = Math.max(0, limit - joined.length());
                return joined.append(cut(text, end)).toString();
            }
            joined.append(text).append('\n');
        }
        return joined.toString().strip();
    }

    /** The first characters, never half of one. */
    static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = length > 0 && Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }
}
