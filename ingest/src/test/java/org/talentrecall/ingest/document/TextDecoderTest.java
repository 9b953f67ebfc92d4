package org.talentrecall.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextDecoderTest {
    private static final String SIMPLIFIED = "王喆，高级工程师，期望薪资：2万";
    private static final String TRADITIONAL = "陳先生,曾任職於臺北的資訊公司,負責專案管理";

    @ParameterizedTest
    @CsvSource({
        "GB18030,gb2312",
        "GB18030,gbk",
        "GB18030,utf-8",
        "GB18030,iso-8859-1",
        "GB18030,us-ascii",
        "GB18030,x-nonsense",
        "GB18030,'\"gb2312\"'",
        "UTF-8,gb2312",
        "UTF-8,gbk",
        "UTF-8,utf-8",
        "UTF-8,big5",
        "UTF-8,us-ascii",
        "UTF-8,",
        "GB18030,",
        "UTF-16LE,",
        "UTF-16BE,"
    })
    void reads_simplified_chinese_whatever_the_label(String real, String label) {
        byte[] bytes = ("Name: " + SIMPLIFIED + "\n").getBytes(Charset.forName(real));

        assertThat(TextDecoder.decode(bytes, label)).isEqualTo("Name: " + SIMPLIFIED + "\n");
    }

    @ParameterizedTest
    @CsvSource({"Big5,big5", "Big5,", "Big5,utf-8", "UTF-8,big5"})
    void reads_traditional_chinese(String real, String label) {
        assertThat(TextDecoder.decode(TRADITIONAL.getBytes(Charset.forName(real)), label))
                .isEqualTo(TRADITIONAL);
    }

    @Test
    void leaves_western_text_western() {
        byte[] bytes = "Café Müller, déjà vu, 50 €".getBytes(Charset.forName("windows-1252"));

        assertThat(TextDecoder.decode(bytes, null)).isEqualTo("Café Müller, déjà vu, 50 €");
        assertThat(TextDecoder.decode(bytes, "iso-8859-1")).isEqualTo("Café Müller, déjà vu, 50 €");
        byte[] cedilla = "informação".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(TextDecoder.decode(cedilla, null)).isEqualTo("informação");
    }

    @Test
    void believes_a_short_gb2312_text_that_would_also_be_utf8() {
        assertThat(TextDecoder.decode("联通".getBytes(Charset.forName("GBK")), "gb2312"))
                .isEqualTo("联通");
    }

    @Test
    void reads_a_short_name_with_a_rare_character() {
        assertThat(TextDecoder.decode("谭镕.docx".getBytes(Charset.forName("GBK")), null))
                .isEqualTo("谭镕.docx");
    }

    @Test
    void reads_utf8_that_is_cut_inside_a_character() {
        byte[] bytes = "负责大型生产团队的管理工作与质量改进".getBytes(StandardCharsets.UTF_8);

        assertThat(TextDecoder.decode(java.util.Arrays.copyOf(bytes, bytes.length - 1), "utf-8"))
                .startsWith("负责大型生产团队的管理工作与质量改");
    }

    @Test
    void reads_japanese_in_seven_bits() {
        assertThat(TextDecoder.decode("履歴書".getBytes(Charset.forName("ISO-2022-JP")), null))
                .isEqualTo("履歴書");
    }
}
