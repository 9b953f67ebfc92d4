package org.talentrecall.archive.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.Evidence;
import org.talentrecall.archive.dossier.Evidenced;
import org.talentrecall.archive.dossier.PersonId;
import org.talentrecall.archive.fact.BirthYear;
import org.talentrecall.archive.fact.Communication;
import org.talentrecall.archive.fact.Fact;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.Pay;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.record.Disposition;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceId;

class ArchiveJsonTest {
    private static final RecordId RECORD = RecordId.of(new SourceId("hr-inbox"), "<1@example.com>");
    private static final Locator PLACE = new Locator.Cell("log.xlsx", "面试记录", 3, "F");

    @ParameterizedTest
    @MethodSource("everyType")
    void every_sealed_type_comes_back_as_it_went(Class<?> type) throws ReflectiveOperationException {
        for (boolean full : new boolean[] {true, false}) {
            Object value = sample(type, full);
            Class<?> sealed = Stream.of(Fact.class, Locator.class, Disposition.class)
                    .filter(border -> border.isAssignableFrom(type))
                    .findFirst()
                    .orElseThrow();
            String json = ArchiveJson.mapper().writerFor(sealed).writeValueAsString(value);

            assertThat(json).contains("\"type\":\"" + type.getSimpleName() + "\"");
            assertThat((Object) ArchiveJson.read(json, sealed)).isEqualTo(value);
        }
    }

    static Stream<Class<?>> everyType() {
        return Stream.of(Fact.class, Locator.class, Disposition.class).flatMap(ArchiveJsonTest::leaves);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(ArchiveJsonTest::leaves)
                : Stream.of(type);
    }

    @Test
    void a_stated_fact_tells_its_type_and_place() {
        StatedFact stated = new StatedFact(new PersonName("王建国"), PLACE, 0.75);

        assertThat(ArchiveJson.write(stated))
                .isEqualTo("{\"fact\":{\"type\":\"PersonName\",\"text\":\"王建国\"},\"locator\":{\"type\":\"Cell\","
                        + "\"file\":\"log.xlsx\",\"sheet\":\"面试记录\",\"row\":3,\"column\":\"F\"},"
                        + "\"confidence\":0.75}");
        assertThat(ArchiveJson.read(ArchiveJson.write(stated), StatedFact.class))
                .isEqualTo(stated);
    }

    @Test
    void a_dossier_comes_back_as_it_went() {
        Dossier dossier = dossier(Instant.EPOCH);

        assertThat(ArchiveJson.dossier(ArchiveJson.dossier(dossier))).isEqualTo(dossier);
    }

    @Test
    void the_hash_does_not_see_when_something_was_read() {
        Dossier early = dossier(Instant.EPOCH);
        Dossier late = dossier(Instant.EPOCH.plusSeconds(1));

        assertThat(ArchiveJson.hash(early)).isEqualTo(ArchiveJson.hash(late));
        assertThat(ArchiveJson.dossier(early)).isNotEqualTo(ArchiveJson.dossier(late));
    }

    private static Dossier dossier(Instant readAt) {
        Evidence evidence = new Evidence(RECORD, PLACE, 0.5, Instant.parse("2024-05-06T07:08:09Z"), readAt);
        List<Evidenced<?>> entries = List.of(new Evidenced<>(new PersonName("王建国"), List.of(evidence)));
        return new Dossier(PersonId.of(RECORD), List.of(RECORD), entries);
    }

    /** A value with all parts, or with as few as its type allows. */
    private static Object sample(Class<?> type, boolean full) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            boolean optional = components[i].getAnnotatedType().getAnnotations().length > 0;
            values[i] = full || !optional ? part(components[i]) : null;
        }
        Constructor<?> constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
        return constructor.newInstance(values);
    }

    private static Object part(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == String.class && component.getName().equals("question")) {
            return "WHICH_KIND_OF_MAIL";
        }
        if (type == String.class) {
            return "某 \"text\" " + component.getName();
        }
        if (type == int.class || type == Integer.class) {
            return 7;
        }
        if (type == double.class) {
            return 7.5;
        }
        if (type == boolean.class) {
            return true;
        }
        if (type == PartialDate.class) {
            return PartialDate.parse("2024-05");
        }
        if (type == Pay.class) {
            return new Pay(15000, 20000, "CNY", 13, "15-20K*13");
        }
        if (type == Instant.class) {
            return Instant.parse("2026-11-20T06:00:00Z");
        }
        if (type == java.time.LocalDateTime.class) {
            return java.time.LocalDateTime.of(2026, 11, 20, 14, 0);
        }
        if (type == Communication.Letter.class) {
            return new Communication.Letter("a@example.com", "Re: 面试", List.of("b@example.com"));
        }
        if (type == RecordId.class) {
            return RECORD;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[type.getEnumConstants().length - 1];
        }
        if (type == List.class
                && component.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] == String.class) {
            return List.of("one", "two");
        }
        if (type == PersonFact.class) {
            return new PersonName("王建国");
        }
        if (type == List.class
                && component.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] == PersonFact.class) {
            return List.of(new PersonName("王建国"), new BirthYear(1988));
        }
        if (type == Instant.class) {
            return Instant.parse("2024-05-06T07:08:09Z");
        }
        throw new AssertionError("Teach this test a value of " + type + " for " + component);
    }
}
