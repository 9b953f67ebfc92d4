package org.talentrecall.enrich.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTextTest {
    /** 镕 is in GB18030 but not in GB2312. */
    private static final String CHINESE = "<p>谭镕，研发主管</p>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "GB18030|text/html; charset=gb2312|''",
                "GB18030|text/html|<meta charset=gb2312>",
                "GB18030|-|<meta http-equiv='Content-Type' content='text/html; charset=gbk'>",
                "GB18030|-|''",
                "GB18030|text/html; charset=utf-8|<meta charset=gbk>",
                "GB18030|text/html; charset=no-such|''",
                "UTF-8|text/html; charset=gb2312|<meta charset=utf-8>",
                "UTF-8|text/html; charset=ISO-8859-1|''",
                "UTF-8|-|<?xml version='1.0' encoding='utf-8'?>",
                "UTF-16|text/html; charset=gbk|''",
            })
    void reads_what_is_written_whatever_is_said_about_it(String charset, String header, String head) {
        byte[] bytes = (head + CHINESE).getBytes(Charset.forName(charset));

        assertThat(PageText.of(bytes, header)).endsWith(CHINESE);
    }

    @Test
    void reads_western_pages() {
        byte[] bytes = "<p>José “Pepe” – Köln</p>".getBytes(Charset.forName("windows-1252"));

        assertThat(PageText.of(bytes, "text/html; charset=iso-8859-1")).isEqualTo("<p>José “Pepe” – Köln</p>");
    }

    @Test
    void drops_the_byte_order_mark() {
        assertThat(PageText.of("\uFEFFa".getBytes(StandardCharsets.UTF_8), null))
                .isEqualTo("a");
    }
}
