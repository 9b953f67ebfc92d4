package org.talentrecall.ingest.spreadsheet;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.BirthYear;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.Residence;
import org.talentrecall.archive.fact.Skill;
import org.talentrecall.archive.fact.YearsOfExperience;
import org.talentrecall.ingest.spreadsheet.file.SheetCell;

/** What a row tells of the person's own life: where, learnt what, works where, can what. */
final class ProfileCells {
    /** A place of work in a list of applicants is the post's, not the person's. */
    private static final Pattern POST_PLACE = Pattern.compile("工作|办公|work|意向|期望");

    private static final int LONGEST_CITY = 30;
    private static final int LONGEST_SKILL = 60;

    private ProfileCells() {}

    /** @param ownTitle whether the column of posts names the person's own */
    static void addTo(FactList facts, TableRow row, boolean ownTitle) {
        years(facts, row);
        city(facts, row);
        education(facts, row);
        employment(facts, row, ownTitle);
        SheetCell skills = row.cell(Field.SKILLS);
        if (skills != null) {
            CellList.words(skills.value().shown()).stream()
                    .filter(skill -> skill.length() <= LONGEST_SKILL)
                    .forEach(skill -> facts.add(new Skill(skill, null), skills, FactList.PLAIN));
        }
        PartialDate born = row.date(Field.BIRTH);
        if (born != null && born.year() > 1920) {
            facts.add(new BirthYear(born.year()), row.cell(Field.BIRTH), FactList.PLAIN);
        }
    }

    private static void years(FactList facts, TableRow row) {
        String written = row.text(Field.YEARS);
        Double years = written == null ? null : CellYears.read(written);
        if (years != null) {
            facts.add(new YearsOfExperience(years), row.cell(Field.YEARS), FactList.UNDERSTOOD);
        }
    }

    private static void city(FactList facts, TableRow row) {
        String city = row.text(Field.CITY);
        if (city == null || city.length() > LONGEST_CITY) {
            return;
        }
        boolean posts = POST_PLACE
                .matcher(HeaderWords.normalised(row.table().header(Field.CITY).orElse("")))
                .find();
        if (!posts) {
            facts.add(new Residence(city), row.cell(Field.CITY), FactList.PLAIN);
        }
    }

    private static void education(FactList facts, TableRow row) {
        String school = row.text(Field.SCHOOL);
        SheetCell leading = row.cell(Field.SCHOOL, Field.DEGREE, Field.MAJOR);
        if (leading != null) {
            facts.add(
                    new Education(
                            school == null ? "" : school,
                            row.text(Field.DEGREE),
                            row.text(Field.MAJOR),
                            null,
                            row.date(Field.GRADUATED)),
                    leading,
                    FactList.PLAIN);
        }
    }

    private static void employment(FactList facts, TableRow row, boolean ownTitle) {
        String company = row.text(Field.CURRENT_COMPANY, Field.COMPANY);
        if (company == null) {
            return;
        }
        boolean current = row.cell(Field.CURRENT_COMPANY) != null;
        String title = row.text(Field.CURRENT_TITLE);
        @Nullable String post = title == null && ownTitle ? row.text(Field.POST) : title;
        facts.add(
                new Employment(company, post, null, null, null, current, null),
                row.cell(Field.CURRENT_COMPANY, Field.COMPANY),
                FactList.PLAIN);
    }
}
