package org.talentrecall.ingest.resume;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talentrecall.archive.fact.BirthYear;
import org.talentrecall.archive.fact.Fact;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.fact.YearsOfExperience;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.vocabulary.Vocabulary;
import org.talentrecall.ingest.document.DocumentText;

/** In which ways people tell their year of birth and their years of work. */
class PersonalDetailsTest {
    private static final String HEAD = "简雨桐\n13800000001 jianyutong@example.com\n";
    private static final String REST = "\n工作经历\n2010.9-2016.3  上海爽源食品有限公司  大区经理\n教育经历\n1990.9-1994.7  浙江大学  食品科学  本科\n";

    private static <T extends Fact> Stream<T> facts(String line, Class<T> type) {
        return new ResumeReader(Vocabulary.standard())
                        .read(
                                DocumentText.of(HEAD + line + REST),
                                (page, number) -> new Locator.Document("resume", page, number))
                        .facts()
                        .stream()
                        .map(StatedFact::fact)
                        .filter(type::isInstance)
                        .map(type::cast);
    }

    private static List<Integer> birth(String line) {
        return facts(line, BirthYear.class).map(BirthYear::year).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "出生日期：1972年3月, 1972",
        "出生年月：1972-03-05, 1972",
        "女 1972年生, 1972",
        "1972年3月出生, 1972",
        "1972/3 生 女, 1972",
        "生于1972年春, 1972",
        "42岁(1972年3月), 1972",
        "女 | 42岁 | 1972年3月, 1972",
        "女 已婚 1972.03, 1972"
    })
    void tells_the_year_of_birth(String line, int year) {
        assertEquals(List.of(year), birth(line));
    }

    @ParameterizedTest
    @CsvSource({"1995年生产部主管", "2004年生活用品销售冠军", "2005.3 生物公司实习", "更新于 2014-03-05"})
    void takes_no_other_year_for_it(String line) {
        assertEquals(List.of(), birth(line));
    }

    @ParameterizedTest
    @CsvSource({
        "工作年限：十二年, 12",
        "工作经验：5-8年, 5",
        "8年以上食品行业销售管理经验, 8",
        "三年半工作经验, 3.5",
        "女 | 6年 | 上海, 6",
        "7.5 years of experience in food sales, 7.5",
        "应届毕业生, 0"
    })
    void tells_the_years_of_work(String line, double years) {
        assertEquals(
                List.of(years),
                facts(line, YearsOfExperience.class)
                        .map(YearsOfExperience::years)
                        .toList());
    }

    @Test
    void the_years_of_one_post_are_not_those_of_a_life() {
        assertEquals(List.of(), facts("", YearsOfExperience.class).toList());
    }
}
