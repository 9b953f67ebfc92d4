package org.talentrecall.enrich.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.StatedFact;

class FeedReaderTest {
    private static final String FEED = "http://news.example.com/feed.xml";
    private static final String ITEM = """
            <item><title>林夏加入甲科技有限公司任测试主管</title><link>/people/lin-xia.html</link>
            <guid isPermaLink="false">m-1</guid><pubDate>Mon, 03 Mar 2025 00:30:45 +0800</pubDate>
            <author>linxia@example.com (林夏)</author>
            <description><![CDATA[<p>原乙科技有限公司测试工程师<b>林夏</b>近日加入。</p>]]></description></item>
            """;

    @Test
    void reads_rss_entries() {
        FeedEntry entry = FeedReader.read(rss(ITEM), FEED).orElseThrow().get(0);

        assertThat(entry)
                .isEqualTo(new FeedEntry(
                        "m-1",
                        "林夏加入甲科技有限公司任测试主管",
                        "原乙科技有限公司测试工程师林夏近日加入。",
                        "http://news.example.com/people/lin-xia.html",
                        List.of(new FeedEntry.Author("林夏", "linxia@example.com")),
                        Instant.parse("2025-03-02T16:30:45Z")));
    }

    @Test
    void reads_atom_entries() {
        FeedEntry entry = FeedReader.read("""
                <feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><id>f</id><updated>2026-08-11T10:00:00Z</updated>
                <entry><title>Zephyr &amp; Co</title><id>urn:z</id><link href="http://a.example.com/z"/>
                <updated>2026-08-11T10:00:00+08:00</updated>
                <author><name>Anna Kowalska</name><email>anna@example.org</email></author>
                <summary type="html">An &lt;b&gt;RTOS&lt;/b&gt;</summary></entry></feed>
                """, FEED).orElseThrow().get(0);

        assertThat(entry.title()).isEqualTo("Zephyr & Co");
        assertThat(entry.text()).isEqualTo("An RTOS");
        assertThat(entry.authors()).containsExactly(new FeedEntry.Author("Anna Kowalska", "anna@example.org"));
        assertThat(entry.published()).isEqualTo("2026-08-11T02:00:00Z");
    }

    @Test
    void reads_the_entries_before_a_break() {
        String broken =
                rss(ITEM + ITEM.replace("m-1", "m-2") + "<item><title>half").replace("</channel></rss>", "");

        assertThat(FeedReader.read(broken, FEED).orElseThrow())
                .extracting(FeedEntry::key)
                .containsExactly("m-1", "m-2");
    }

    @Test
    void expands_no_entity_and_loads_nothing_from_outside() {
        String hostile =
                "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + rss("<item><title>&x;</title></item>");

        assertThat(FeedReader.read(hostile, FEED).map(List::toString).orElse(""))
                .doesNotContain("file:");
        assertThat(FeedReader.read(hostile, FEED)).isEmpty();
    }

    @Test
    void takes_no_offence_at_a_plain_document_type() {
        String old =
                "<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://x.example.com/rss.dtd\">"
                        + rss(ITEM);

        assertThat(FeedReader.read(old, FEED).orElseThrow()).hasSize(1);
    }

    @Test
    void says_so_when_it_is_no_feed() {
        for (String text : List.of("", "<html><body>404", "{}", "\u0000", "<rss>", "<a>".repeat(20_000))) {
            assertThat(FeedReader.read(text, FEED)).isEmpty();
        }
    }

    @Test
    void attributes_news_by_name_author_and_former_employer() {
        FeedEntry entry = FeedReader.read(rss(ITEM), FEED).orElseThrow().get(0);

        EntryReading reading = new EntryReader(ZoneOffset.ofHours(8)).read(entry, FEED);

        assertThat(reading.facts())
                .extracting(StatedFact::fact)
                .contains(
                        new Contact(Contact.Kind.MAIL, "linxia@example.com", "linxia@example.com"),
                        new CareerUpdate(
                                CareerUpdate.Kind.NEW_JOB,
                                PartialDate.parse("2025-03-03"),
                                "甲科技有限公司",
                                "测试主管",
                                "林夏加入甲科技有限公司任测试主管 · 原乙科技有限公司测试工程师林夏近日加入。",
                                "http://news.example.com/people/lin-xia.html"));
        assertThat(reading.facts())
                .extracting(stated -> stated.fact().toString())
                .anyMatch(fact -> fact.contains("company=乙科技有限公司"));
    }

    @Test
    void gives_the_mail_of_a_reporter_to_nobody() {
        String report = ITEM.replace("linxia@example.com (林夏)", "editor@example.com (顾川)");
        FeedEntry entry = FeedReader.read(rss(report), FEED).orElseThrow().get(0);

        assertThat(new EntryReader(ZoneOffset.UTC).read(entry, FEED).facts())
                .noneMatch(stated -> stated.fact() instanceof Contact);
    }

    @Test
    void leaves_out_what_is_nobodys_news() {
        FeedEntry entry = new FeedEntry("1", "三季度用工报告发布", "需求增长", null, List.of(), null);

        assertThat(new EntryReader(ZoneOffset.UTC).read(entry, FEED).outcome()).isEqualTo(EntryReading.Outcome.NO_NEWS);
    }

    private static String rss(String items) {
        return "<rss version=\"2.0\"><channel><title>t</title><link>http://news.example.com/</link><description>d</description>"
                + items + "</channel></rss>";
    }
}
