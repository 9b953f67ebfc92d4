package org.talentrecall.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.talentrecall.archive.ArchiveModule;
import org.talentrecall.archive.dossier.Dossiers;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Doubt;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.Fact;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.Review;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.identity.IdentityKey;
import org.talentrecall.archive.identity.Resolve;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.archive.intake.ImportId;
import org.talentrecall.archive.intake.Imports;
import org.talentrecall.archive.intake.Intake;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.intake.Reconciliation;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.RecordKind;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.archive.record.SourceRecord;
import org.talentrecall.archive.record.Subject;
import org.talentrecall.archive.review.OpenQuestions;
import org.talentrecall.archive.review.Question;

/** The step over a small web site in a folder, against a real archive. */
class EnrichModuleTest {
    private static final SourceId PAPERS = new SourceId("papers");
    private static final String SITE = "http://people.example.com/";

    @TempDir
    private Path home;

    private final DataSource dataSource =
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private AnnotationConfigApplicationContext context;

    @BeforeEach
    void site() throws IOException {
        write("robots.txt", "User-agent: *\nDisallow: /private/\n");
        page("people/lin-xia.html", "林夏", "linxia@example.com", "甲科技有限公司");
        page("people/unknown.html", "Julia Novak", "julia@example.org", "Harbour Analytics");
        page("private/gu-chuan.html", "顾川", "guchuan@example.com", "丙科技有限公司");
        write("people/two.html", "<p class=h-card>林夏</p><p class=h-card>顾川</p>");
        write("people/nobody.html", "<p>欢迎");
        write(
                "sitemap.xml",
                "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>" + SITE
                        + "people/unknown.html</loc></url><url><loc>http://evil.example.org/x</loc></url></urlset>");
        write(
                "feed.xml",
                feed(item("1", "林夏晋升为甲科技有限公司研发总监", "")
                        + item("2", "王磊加入丁科技有限公司任总监", "")
                        + item("3", "顾川出任丙科技有限公司总监", "顾川（原戊科技有限公司工程师）已到任。")
                        + item("4", "用工报告发布", "")));
        properties.put("recall.home", home.toString());
        source(0, "pages", "pages");
        int index = 0;
        for (String path : List.of(
                "people/lin-xia.html",
                "private/gu-chuan.html",
                "people/two.html",
                "people/nobody.html",
                "people/gone.html")) {
            properties.put("recall.enrich.sources[0].urls[" + index++ + "]", SITE + path);
        }
        properties.put("recall.enrich.sources[0].urls[" + index + "]", SITE + "sitemap.xml");
        source(1, "moves", "feed");
        properties.put("recall.enrich.sources[1].urls[0]", SITE + "feed.xml");
    }

    @AfterEach
    void close() {
        if (context != null) {
            context.close();
        }
    }

    @Test
    void gives_news_to_people_the_archive_knows_and_counts_the_rest() throws Exception {
        open();
        known("cv-1", new PersonName("林夏"), mail("linxia@example.com"));
        known("cv-2", new PersonName("顾川"), mail("other@example.com"), employer("戊科技有限公司"));
        known("cv-3", new PersonName("王磊"), mail("wanglei@example.com"));

        StepExecution first = run("nightly-1");
        resolve();

        assertThat(first.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(first.getExitStatus().getExitDescription()).isEmpty();
        assertThat(records())
                .containsExactlyInAnyOrder(
                        "people/lin-xia.html STORED",
                        "people/unknown.html SUPPRESSED UNKNOWN_PERSON",
                        "private/gu-chuan.html SUPPRESSED ROBOTS",
                        "people/two.html REJECTED SEVERAL_PERSONS",
                        "people/nobody.html SUPPRESSED NO_PERSON",
                        "people/gone.html REJECTED HTTP_404",
                        "feed.xml#1 SUPPRESSED DOUBTFUL_PERSON",
                        "feed.xml#1#is:" + RecordId.of(PAPERS, "cv-1") + " STORED",
                        "feed.xml#2 SUPPRESSED DOUBTFUL_PERSON",
                        "feed.xml#2#is:" + RecordId.of(PAPERS, "cv-3") + " STORED",
                        "feed.xml#3 STORED",
                        "feed.xml#4 SUPPRESSED NO_CAREER_NEWS");
        assertThat(first.getReadCount()).isEqualTo(12);
        assertThat(first.getWriteCount()).isEqualTo(4);
        assertThat(first.getProcessSkipCount()).isEqualTo(2);
        assertThat(first.getFilterCount()).isEqualTo(6);
        assertThat(updates("linxia@example.com")).containsExactly("NEW_JOB 甲科技有限公司");
        assertThat(updates("other@example.com")).containsExactly("NEW_JOB 丙科技有限公司");
        assertThat(dossiers().count()).isEqualTo(3);
        assertBalanced();
    }

    @Test
    void looks_again_without_a_download_when_the_archive_has_changed() throws Exception {
        open();
        known("cv-1", new PersonName("林夏"), mail("linxia@example.com"));
        run("nightly-1");
        resolve();
        // Only a page tells where 林夏 works, and pages do not vouch for each other.
        StepExecution second = run("nightly-2");
        resolve();

        assertThat(records())
                .contains("feed.xml#1 SUPPRESSED DOUBTFUL_PERSON", "people/unknown.html SUPPRESSED UNKNOWN_PERSON");
        known(
                "tracker-1",
                new PersonName("林夏"),
                mail("linxia@example.com"),
                new Employment("甲科技有限公司", null, null, null, null, true, null));
        run("nightly-2b");
        resolve();
        assertThat(records()).contains("feed.xml#1 STORED");
        assertThat(updates("linxia@example.com")).containsExactlyInAnyOrder("NEW_JOB 甲科技有限公司", "PROMOTION 甲科技有限公司");
        assertThat(second.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        run("nightly-3");
        known("cv-2", new PersonName("Julia Novak"), mail("julia@example.org"));
        Files.delete(home.resolve("web/people/unknown.html"));
        run("nightly-4");
        resolve();
        assertThat(updates("julia@example.org")).containsExactly("NEW_JOB Harbour Analytics");
        assertBalanced();
    }

    @Test
    void does_nothing_when_nothing_changed() throws Exception {
        open();
        known("cv-1", new PersonName("林夏"), mail("linxia@example.com"));
        run("nightly-1");
        resolve();
        run("nightly-2");
        resolve();
        run("nightly-3");
        List<String> before = records();

        StepExecution again = run("nightly-4");

        assertThat(again.getReadCount()).isZero();
        assertThat(records()).isEqualTo(before);
        assertBalanced();
    }

    @Test
    void keeps_what_pages_said_that_are_gone_and_entries_that_left_the_feed() throws Exception {
        open();
        known("cv-1", new PersonName("林夏"), mail("linxia@example.com"));
        known("cv-2", new PersonName("顾川"), employer("戊科技有限公司"));
        run("nightly-1");
        Files.delete(home.resolve("web/people/lin-xia.html"));
        write("feed.xml", feed(item("9", "用工报告发布", "")));

        StepExecution second = run("nightly-2");

        assertThat(second.getExitStatus().getExitDescription())
                .contains("Source pages: people.example.com answered 404");
        assertThat(records())
                .contains("people/lin-xia.html STORED", "feed.xml#3 STORED", "feed.xml#9 SUPPRESSED NO_CAREER_NEWS");
        assertBalanced();
        known("cv-3", new PersonName("王磊"), mail("wanglei@example.com"), employer("丁科技有限公司"));
        run("nightly-3");
        assertThat(records()).as("an entry that waits outlives the feed").contains("feed.xml#2 STORED");
        assertBalanced();
    }

    @Test
    void takes_a_changed_page_for_a_new_version() throws Exception {
        open();
        known("cv-1", new PersonName("林夏"), mail("linxia@example.com"));
        run("nightly-1");
        page("people/lin-xia.html", "林夏", "linxia@example.com", "乙科技有限公司");

        StepExecution second = run("nightly-2");
        resolve();

        assertThat(second.getWriteCount()).isGreaterThanOrEqualTo(1);
        assertThat(updates("linxia@example.com")).containsExactly("NEW_JOB 乙科技有限公司");
        assertBalanced();
    }

    @Test
    void makes_no_candidate_of_whom_only_the_web_tells() throws Exception {
        open();
        Container cv = known("cv-1", new PersonName("林夏"), mail("linxia@example.com"));
        run("nightly-1");
        resolve();
        context.getBean(Intake.class).withdraw(imported(), cv);
        resolve();

        run("nightly-2");
        resolve();

        assertThat(records()).contains("people/lin-xia.html SUPPRESSED UNKNOWN_PERSON");
        assertThat(dossiers().count()).isZero();
    }

    @Test
    void merges_no_two_people_because_a_page_gives_addresses_of_both() throws Exception {
        write("people/lin-xia.html", """
                <div class=h-card><p class=p-name>林夏</p><a class=u-email href="mailto:linxia@example.com">a</a>
                <a class=u-email href="mailto:guchuan@example.com">b</a></div>""");
        open();
        known("cv-1", new PersonName("林夏"), mail("linxia@example.com"));
        known("cv-2", new PersonName("顾川"), mail("guchuan@example.com"));

        run("nightly-1");

        assertThat(records()).contains("people/lin-xia.html SUPPRESSED DOUBTFUL_PERSON");
    }

    @Test
    void gives_a_shared_address_to_nobody_of_another_name() throws Exception {
        open();
        known("cv-1", new PersonName("赵敏"), mail("linxia@example.com"));

        run("nightly-1");

        assertThat(records()).contains("people/lin-xia.html SUPPRESSED DOUBTFUL_PERSON");
    }

    private List<Question> questions(String mail) {
        return dossiers().withKey(new IdentityKey(IdentityKey.Kind.MAIL, mail)).stream()
                .flatMap(person -> dossiers().find(person).stream())
                .flatMap(dossier -> OpenQuestions.of(dossier).stream())
                .filter(question -> question.kind() == Review.Kind.DOUBT)
                .toList();
    }

    private List<Question> onPage(String mail) {
        return questions(mail).stream()
                .filter(question -> ((Doubt) question.about()).words().contains("lin-xia.html"))
                .toList();
    }

    private void answer(Question question, String value) {
        Review review = new Review(
                question.id(),
                Review.Kind.DOUBT,
                Review.Answer.CORRECTED,
                question.about(),
                List.of(),
                value,
                null,
                "周敏",
                Instant.parse("2026-11-19T08:00:00Z"));
        String key = "review.xlsx#" + question.id();
        SourceRecord record = SourceRecord.of(PAPERS, RecordKind.ROW, key, ContentHash.of(key.getBytes()), review.at());
        context.getBean(Intake.class)
                .accept(
                        imported(),
                        List.of(Reading.stored(
                                record,
                                Subject.MENTION,
                                List.of(new StatedFact(review, new Locator.Cell("review.xlsx", "s", 2, "F"), 1)),
                                List.of(new IdentityKey(
                                        IdentityKey.Kind.RECORD,
                                        question.record().value())))),
                        Container.first(PAPERS, key, "1").advanced("", 1, true),
                        true);
        resolve();
    }

    @Test
    void asks_about_somebody_of_whom_only_the_name_fits_and_keeps_to_the_answer() throws Exception {
        open();
        known("cv-1", new PersonName("林夏"), mail("someone@example.com"));
        run("nightly-1");
        resolve();

        assertThat(updates("someone@example.com")).isEmpty();
        List<Question> asked = questions("someone@example.com");
        assertThat(asked)
                .extracting(question -> ((Doubt) question.about()).words())
                .containsExactlyInAnyOrder(
                        "林夏 · " + SITE + "people/lin-xia.html", "林夏 · 林夏晋升为甲科技有限公司研发总监 · " + SITE + "feed.xml#1");
        assertThat(dossiers().count()).isEqualTo(1);
        assertBalanced();

        for (Question question : asked) {
            boolean feed = ((Doubt) question.about()).words().contains("feed");
            answer(question, feed ? "SAME_PERSON" : "ANOTHER_PERSON");
        }
        run("nightly-2");
        resolve();

        assertThat(records()).contains("feed.xml#1 STORED", "people/lin-xia.html SUPPRESSED DOUBTFUL_PERSON");
        assertThat(updates("someone@example.com")).containsExactly("PROMOTION 甲科技有限公司");
        assertThat(questions("someone@example.com")).isEmpty();
        assertThat(dossiers().count()).isEqualTo(1);
        assertBalanced();

        // What the archive learns later, and another version of the page, change nothing in what was said.
        known("cv-2", new PersonName("林夏"), mail("someone@example.com"), employer("甲科技有限公司"));
        page("people/lin-xia.html", "林夏", "other@example.com", "乙科技有限公司");
        run("nightly-3");
        resolve();
        run("nightly-4");
        resolve();
        assertThat(records()).contains("feed.xml#1 STORED", "people/lin-xia.html SUPPRESSED DOUBTFUL_PERSON");
        assertThat(questions("someone@example.com")).isEmpty();
        List<String> before = records();
        run("nightly-5");
        assertThat(records()).isEqualTo(before);
        assertBalanced();
    }

    @Test
    void asks_nothing_any_more_when_the_rules_can_tell() throws Exception {
        open();
        known("cv-1", new PersonName("林夏"), mail("someone@example.com"));
        run("nightly-1");
        resolve();
        assertThat(questions("someone@example.com")).hasSize(2);

        known(
                "cv-2",
                new PersonName("林夏"),
                mail("someone@example.com"),
                mail("linxia@example.com"),
                employer("甲科技有限公司"));
        run("nightly-2");
        resolve();

        assertThat(records()).contains("feed.xml#1 STORED", "people/lin-xia.html STORED");
        assertThat(questions("someone@example.com")).isEmpty();
        assertBalanced();
    }

    @Test
    void gives_a_page_to_whom_somebody_says_without_making_two_people_one() throws Exception {
        write(
                "people/lin-xia.html",
                "<div class=h-card><p class=p-name>林夏</p><a class=u-email href=\"mailto:linxia@example.com\">a</a>"
                        + "<a class=u-email href=\"mailto:guchuan@example.com\">b</a></div>");
        open();
        known("cv-1", new PersonName("林夏"), mail("linxia@example.com"));
        known("cv-2", new PersonName("顾川"), mail("guchuan@example.com"));
        run("nightly-1");
        resolve();
        assertThat(onPage("guchuan@example.com")).hasSize(1);

        answer(onPage("linxia@example.com").get(0), "SAME_PERSON");
        run("nightly-2");
        resolve();

        assertThat(records()).contains("people/lin-xia.html STORED");
        assertThat(dossiers().count()).isEqualTo(2);
        assertThat(onPage("guchuan@example.com")).isEmpty();
        assertBalanced();
    }

    @Test
    void goes_on_where_a_killed_run_stopped() throws Exception {
        open();
        known("cv-1", new PersonName("林夏"), mail("linxia@example.com"));
        run("nightly-1");
        new JdbcTemplate(dataSource).update("delete from container where path like '%two.html'");
        page("people/lin-xia.html", "林夏", "linxia@example.com", "乙科技有限公司");

        StepExecution again = run("nightly-1");

        assertThat(again.getReadCount()).as("only the address not asked yet").isEqualTo(1);
    }

    @Test
    void goes_on_with_the_other_sources_when_one_is_away() throws Exception {
        properties.put("recall.enrich.sources[2].name", "away");
        properties.put("recall.enrich.sources[2].kind", "pages");
        properties.put("recall.enrich.sources[2].urls[0]", SITE);
        properties.put("recall.enrich.sources[2].served-from", "nowhere");
        open();

        StepExecution execution = run("nightly-1");

        assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(execution.getExitStatus().getExitDescription()).contains("Source away: Its folder");
        assertThat(execution.getReadCount()).isEqualTo(10);
    }

    @Test
    void refuses_settings_that_cannot_be_meant() {
        properties.put("recall.enrich.sources[1].name", "pages");
        assertThatThrownBy(this::open).rootCause().hasMessageContaining("names must differ");
        properties.put("recall.enrich.sources[1].name", "moves");
        properties.remove("recall.enrich.sources[1].served-from");
        assertThatThrownBy(this::open).rootCause().hasMessageContaining("recall.enrich.contact");
        properties.put("recall.enrich.contact", "hr@example.com");
        properties.put("recall.enrich.limits.delays", "1s");
        assertThatThrownBy(this::open).rootCause().hasMessageContaining("delays");
    }

    private void open() {
        context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        context.registerBean(DataSource.class, () -> dataSource);
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(dataSource));
        context.registerBean(JobRepository.class, () -> new ResourcelessJobRepository());
        context.registerBean(Clock.class, () -> Clock.fixed(Instant.parse("2026-11-20T02:00:00Z"), ZoneOffset.UTC));
        context.register(ArchiveModule.class, EnrichModule.class);
        context.refresh();
    }

    private StepExecution run(String run) throws Exception {
        JobRepository jobs = context.getBean(JobRepository.class);
        JobParameters parameters = new JobParametersBuilder()
                .addString("run", run)
                .addString("runDate", "2026-11-20")
                .toJobParameters();
        JobExecution job = jobs.createJobExecution(
                jobs.createJobInstance("nightly", parameters), parameters, new ExecutionContext());
        StepExecution execution = jobs.createStepExecution("enrich.sources", job);
        context.getBean("enrich.sources", Step.class).execute(execution);
        return execution;
    }

    private Container known(String document, Fact... said) {
        SourceRecord record = SourceRecord.of(
                PAPERS, RecordKind.DOCUMENT, document, ContentHash.of(document.getBytes()), Instant.EPOCH);
        List<StatedFact> facts = new ArrayList<>();
        for (Fact fact : said) {
            facts.add(new StatedFact(fact, new Locator.Document(document, 1, 1), 1));
        }
        Container container = Container.first(PAPERS, document, "1").advanced("", 1, true);
        context.getBean(Intake.class)
                .accept(
                        imported(),
                        List.of(Reading.stored(record, Subject.PERSON, facts, List.of())),
                        container,
                        false);
        resolve();
        return container;
    }

    private ImportId imported() {
        return context.getBean(Imports.class).begin("import", "test", Instant.EPOCH);
    }

    private void resolve() {
        Resolve resolve = context.getBean(Resolve.class);
        while (resolve.next(100).waiting() > 0) {
            continue;
        }
    }

    private Dossiers dossiers() {
        return context.getBean(Dossiers.class);
    }

    private List<String> updates(String mail) {
        return dossiers().withKey(new IdentityKey(IdentityKey.Kind.MAIL, mail)).stream()
                .flatMap(person -> dossiers().find(person).stream())
                .flatMap(dossier -> dossier.of(CareerUpdate.class).stream())
                .map(update -> update.fact().kind() + " " + update.fact().company())
                .toList();
    }

    private List<String> records() {
        return new JdbcTemplate(dataSource).queryForList("""
                select replace(r.natural_key, 'http://people.example.com/', '') || ' ' || r.standing
                    || coalesce(' ' || v.outcome_code, '')
                from source_record r join record_version v on v.record_id = r.id and v.version = r.version
                where r.source <> 'papers' order by r.natural_key
                """, String.class);
    }

    private void assertBalanced() {
        assertThat(context.getBean(Reconciliation.class).sources())
                .allSatisfy(balance ->
                        assertThat(balance.balanced()).as(balance.toString()).isTrue());
    }

    private static Fact mail(String address) {
        return new Contact(Contact.Kind.MAIL, address, address);
    }

    private static Fact employer(String company) {
        return new Employment(company, null, null, null, null, false, null);
    }

    private void source(int index, String name, String kind) {
        properties.put("recall.enrich.sources[" + index + "].name", name);
        properties.put("recall.enrich.sources[" + index + "].kind", kind);
        properties.put("recall.enrich.sources[" + index + "].served-from", "web");
    }

    private void page(String path, String name, String mail, String company) throws IOException {
        write(path, """
                <script type="application/ld+json">{"@type":"Person","name":"%s","email":"%s","jobTitle":"测试主管",
                "worksFor":{"@type":"Role","startDate":"2025-03","worksFor":"%s"}}</script>
                """.formatted(name, mail, company));
    }

    private static String feed(String items) {
        return "<rss version=\"2.0\"><channel><title>t</title><link>http://people.example.com/</link><description>d</description>"
                + items + "</channel></rss>";
    }

    private static String item(String id, String title, String description) {
        return "<item><guid isPermaLink=\"false\">" + id + "</guid><title>" + title + "</title><description>"
                + description + "</description><pubDate>Mon, 02 Nov 2026 09:30:45 +0800</pubDate></item>";
    }

    private void write(String path, String text) throws IOException {
        Path file = home.resolve("web").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
