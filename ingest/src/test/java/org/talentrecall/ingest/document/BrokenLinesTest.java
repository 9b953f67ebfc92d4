package org.talentrecall.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.talentrecall.ingest.document.DocumentReading.Read;

class BrokenLinesTest {
    private static final DocumentReader READER = new DocumentReader(DocumentLimits.USUAL);
    private static final String LONG =
            "负责华东区域的设备采购与供应商开发，建立供应商准入、评审和淘汰机制，年度降本八百万元，主导仓储管理系统上线并培训各地仓库主管三十余人次，" + "与财务一起重做盘点，使差异率由百分之三降到千分之五。";
    private static final String OTHER = "熟悉进口报关流程，能独立处理信用证、海运提单和保险索赔，善于跨部门沟通，曾两次获得公司年度优秀员工称号并代表部门外出交流经验。";

    @AfterAll
    static void close() {
        READER.close();
    }

    private static List<String> pages(SetPages pages) {
        return ((Read) READER.read(pages.pdf())).text().pages();
    }

    private static List<String> lines(SetPages pages) {
        return pages(pages).get(0).lines().toList();
    }

    @Test
    void joins_what_was_broken_at_the_margin() {
        assertThat(lines(new SetPages()
                        .line(50, "自我评价")
                        .paragraph(50, 545, LONG)
                        .paragraph(50, 545, OTHER)
                        .line(50, "工作经历")))
                .containsExactly("自我评价", LONG, OTHER, "工作经历");
    }

    @Test
    void keeps_lines_apart_that_end_before_the_margin() {
        assertThat(lines(new SetPages()
                        .paragraph(50, 545, LONG)
                        .line(50, "2011.06 - 2014.03")
                        .line(50, "杭州云栖仓储有限公司")
                        .line(50, "采购专员")))
                .containsExactly(LONG, "2011.06 - 2014.03", "杭州云栖仓储有限公司", "采购专员");
    }

    @Test
    void keeps_items_of_a_list_apart_though_they_fill_their_lines() {
        String first = "1、" + LONG.substring(0, 48);
        String second = "2、" + OTHER.substring(0, 48);

        assertThat(lines(new SetPages().paragraph(50, 545, LONG).line(50, first).line(50, second)))
                .containsExactly(LONG, first, second);
    }

    @Test
    void keeps_a_heading_apart_from_a_sentence_that_just_fits() {
        String full = LONG.substring(0, 48) + "。";

        assertThat(lines(new SetPages().paragraph(50, 545, LONG).line(50, full).line(50, "教育背景")))
                .containsExactly(LONG, full, "教育背景");
    }

    @Test
    void joins_below_the_text_of_an_item_and_below_an_indented_beginning() {
        assertThat(lines(new SetPages()
                        .line(50, "●", 65, LONG.substring(0, 48))
                        .line(65, LONG.substring(48, 70))
                        .line(70, OTHER.substring(0, 47))
                        .line(50, OTHER.substring(47))
                        .paragraph(50, 545, LONG)))
                .contains(OTHER, LONG)
                .anySatisfy(line -> assertThat(line).startsWith("●").endsWith(LONG.substring(40, 70)));
    }

    @Test
    void joins_over_the_end_of_a_page_and_past_its_number() {
        List<String> pages = pages(new SetPages()
                .paragraph(50, 545, OTHER)
                .line(50, LONG.substring(0, 49))
                .at(290, 30, "- 1 -")
                .page()
                .line(50, LONG.substring(49))
                .at(290, 30, "- 2 -"));

        assertThat(pages.get(0)).contains(LONG);
        assertThat(pages.get(1)).isEqualTo("- 2 -");
    }

    @Test
    void joins_within_columns_and_not_across_them() {
        List<String> lines = lines(new SetPages()
                .line(50, "技能")
                .line(50, "采购谈判")
                .line(50, "库存管理")
                .line(50, "语言")
                .line(50, "英语六级")
                .top()
                .paragraph(220, 545, LONG)
                .paragraph(220, 545, OTHER));

        assertThat(lines).containsExactly("技能", "采购谈判", "库存管理", "语言", "英语六级", LONG, OTHER);
    }

    @Test
    void parts_cells_by_tabs_and_leaves_spread_labels_whole() {
        assertThat(lines(new SetPages()
                        .line(50, "姓", 80, "名：", 130, "林远舟", 300, "性别：", 350, "男")
                        .line(50, "2011.06", 150, "杭州云栖仓储有限公司", 300, "采购专员")))
                .containsExactly("姓 名：\t林远舟\t性别：\t男", "2011.06\t杭州云栖仓储有限公司\t采购专员");
    }

    @Test
    void puts_a_blank_between_words_but_none_into_them() {
        String english =
                "Led the purchase of equipment for eastern China and built up an audit of suppliers, which cut the"
                        + " yearly costs by eight millions; brought a warehouse system to nine places and trained thirty people in it.";

        assertThat(lines(new SetPages().paragraph(50, 545, english))).containsExactly(english);
        assertThat(lines(new SetPages()
                        .line(50, english.substring(0, 99))
                        .line(50, english.substring(99, 198))
                        .line(50, english.substring(198))))
                .containsExactly(english);
    }
}
