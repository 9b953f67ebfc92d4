package org.talentrecall.config.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void chinese_columns_line_up_in_cells() {
        String text = new TextTable("lrl", List.of("编号", "分", "姓名"))
                .add(List.of("P-1", "9", "欧阳澜"))
                .add(List.of("P-23", "100", "Kevin Zhao"))
                .toString();

        assertThat(text).isEqualTo("""
                编号   分  姓名
                P-1     9  欧阳澜
                P-23  100  Kevin Zhao
                """);
    }

    @Test
    void wide_characters_take_two_cells() {
        assertThat(TextTable.width("ToB（产品）")).isEqualTo(3 + 8);
        assertThat(TextTable.width("𠮷")).isEqualTo(2);
        assertThat(TextTable.width("é")).isEqualTo(1);
    }

    @Test
    void row_with_too_few_cells_is_refused() {
        TextTable table = new TextTable("ll", List.of("a", "b"));
        assertThatThrownBy(() -> table.add(List.of("x"))).isInstanceOf(IllegalArgumentException.class);
    }
}
