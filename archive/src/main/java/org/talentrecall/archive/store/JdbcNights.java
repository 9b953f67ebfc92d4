package org.talentrecall.archive.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.dossier.PersonId;
import org.talentrecall.archive.night.Nights;

final class JdbcNights implements Nights {
    private final Database database;

    JdbcNights(Database database) {
        this.database = database;
    }

    @Override
    public void replace(LocalDate night, List<Standing> standings) {
        List<@Nullable Object[]> rows = standings.stream()
                .map(standing -> new @Nullable Object[] {
                    night,
                    Database.text(standing.openingId()),
                    standing.person().value(),
                    standing.rank(),
                    standing.score(),
                    standing.band(),
                    Body.pack(standing.body())
                })
                .toList();
        database.inTransaction(() -> {
            database.update("delete from night_standing where night = ?", night);
            database.update("delete from night_lists where night = ?", night);
            database.update("delete from night where night = ?", night);
            database.update("insert into night (night) values (?)", night);
            database.batch("""
                    insert into night_standing (night, opening_id, person, place, score, band, body)
                    values (?, ?, ?, ?, ?, ?, ?)
                    """, rows);
        });
    }

    @Override
    public List<Standing> of(LocalDate night) {
        return database.list(
                """
                select opening_id, person, place, score, band, body from night_standing where night = ?
                order by opening_id, case when place = 0 then 1 else 0 end, place, score desc, person
                """,
                (row, index) -> new Standing(
                        row.getString("opening_id"),
                        new PersonId(row.getString("person")),
                        row.getInt("place"),
                        row.getInt("score"),
                        row.getString("band"),
                        Body.unpack(row.getBytes("body"))),
                night);
    }

    @Override
    public void keepLists(LocalDate night, String lists) {
        database.inTransaction(() -> {
            if (database.number("select count(*) from night where night = ?", night) == 0) {
                throw new IllegalStateException("There are no standings of " + night + " to keep lists beside");
            }
            database.update("delete from night_lists where night = ?", night);
            List<@Nullable Object[]> parts = new ArrayList<>();
            for (byte[] bytes : Body.split(Body.pack(lists))) {
                parts.add(new @Nullable Object[] {night, parts.size(), bytes});
            }
            database.batch("insert into night_lists (night, part, body) values (?, ?, ?)", parts);
        });
    }

    @Override
    public Optional<String> lists(LocalDate night) {
        List<byte[]> parts = database.list(
                "select body from night_lists where night = ? order by part", (row, index) -> row.getBytes(1), night);
        return parts.isEmpty() ? Optional.empty() : Optional.of(Body.unpack(Body.join(parts)));
    }

    @Override
    public Optional<LocalDate> before(LocalDate night) {
        return database.first(
                "select night from night where night < ? order by night desc limit 1",
                (row, index) -> row.getObject(1, LocalDate.class),
                night);
    }
}
