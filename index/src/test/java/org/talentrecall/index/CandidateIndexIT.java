package org.talentrecall.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CandidateIndexIT {
    private final SearchConnection connection = NodeUnderTest.empty();
    private final IndexVersions versions = new IndexVersions(connection);
    private final IndexState state = new IndexState(connection);
    private final LetterEmbedder embedder = new LetterEmbedder();
    private final TestArchive archive = new TestArchive();

    @BeforeEach
    void fill() {
        for (int number = 0; number < 25; number++) {
            archive.put(People.generated(number));
        }
        archive.put(People.complete(100));
    }

    private ChangeFeed feed() {
        return Indexing.candidates(connection, archive, embedder, 10);
    }

    private void assertIndexEqualsArchive() {
        IndexState.Holdings holdings = state.candidates();
        assertThat(holdings.count()).isEqualTo(archive.count());
        assertThat(holdings.checksum()).isEqualTo(archive.checksum());
    }

    @Test
    void index_holds_what_the_archive_holds() {
        Indexing.Total total = Indexing.run(feed(), false);

        assertThat(total).isEqualTo(new Indexing.Total(26, 26, 0, 0));
        assertIndexEqualsArchive();
    }

    @Test
    void second_run_writes_nothing() {
        Indexing.run(feed(), false);

        assertThat(Indexing.run(feed(), false)).isEqualTo(new Indexing.Total(0, 0, 0, 0));
        assertIndexEqualsArchive();
    }

    @Test
    void changed_and_ceased_people_follow() {
        Indexing.run(feed(), false);
        archive.put(People.dossier(3, People.name("王小明"), People.phone("+8613900005678")));
        archive.remove(People.generated(4).id());

        assertThat(Indexing.run(feed(), false)).isEqualTo(new Indexing.Total(2, 1, 1, 0));
        assertIndexEqualsArchive();
    }

    @Test
    void unchanged_texts_are_not_embedded_again() {
        Indexing.run(feed(), false);
        int first = embedder.asked();

        Indexing.run(feed(), true);

        assertThat(first).isEqualTo(26);
        assertThat(embedder.asked()).isEqualTo(first);
    }

    @Test
    void rebuild_moves_the_alias_to_a_fresh_index_and_drops_the_old_one() {
        Indexing.run(feed(), false);
        IndexVersions.Version before = versions.live(IndexName.CANDIDATES);

        Indexing.Total total = Indexing.run(feed(), true);

        IndexVersions.Version after = versions.live(IndexName.CANDIDATES);
        assertThat(total.written()).isEqualTo(26);
        assertThat(after.index()).isNotEqualTo(before.index());
        assertThat(connection
                        .call("listing", client -> client.indices().get(get -> get.index("recall-candidates-*")))
                        .result())
                .containsOnlyKeys(after.index());
        assertIndexEqualsArchive();
    }

    @Test
    void people_see_the_old_index_until_the_new_one_is_complete() {
        Indexing.run(feed(), false);
        IndexVersions.Version before = versions.live(IndexName.CANDIDATES);
        ChangeFeed rebuilding = feed();
        rebuilding.begin(true);

        rebuilding.next();

        assertThat(versions.live(IndexName.CANDIDATES).index()).isEqualTo(before.index());
        assertIndexEqualsArchive();
    }

    @Test
    void broken_off_rebuild_leaves_nothing_behind() {
        Indexing.run(feed(), false);
        ChangeFeed broken = feed();
        broken.begin(true);
        broken.next();

        Indexing.run(feed(), false);

        assertThat(connection
                        .call("listing", client -> client.indices().get(get -> get.index("recall-candidates-*")))
                        .result())
                .hasSize(1);
        assertIndexEqualsArchive();
    }

    @Test
    void killed_first_fill_goes_on_where_it_stopped() {
        ChangeFeed killed = feed();
        killed.begin(false);
        killed.next();

        Indexing.Total rest = Indexing.run(feed(), false);

        assertThat(rest.read()).isEqualTo(16);
        assertIndexEqualsArchive();
    }

    @Test
    void lost_index_is_filled_again_without_being_asked() {
        Indexing.run(feed(), false);
        NodeUnderTest.empty();

        assertThat(Indexing.run(feed(), false).written()).isEqualTo(26);
        assertIndexEqualsArchive();
    }

    @Test
    void index_of_another_archive_is_replaced() {
        Indexing.run(feed(), false);
        TestArchive fresh = new TestArchive();
        fresh.put(People.generated(500));

        Indexing.run(Indexing.candidates(connection, fresh, embedder, 10), false);

        assertThat(state.candidates().count()).isEqualTo(1);
        assertThat(state.candidates().checksum()).isEqualTo(fresh.checksum());
    }

    @Test
    void index_that_does_not_exist_counts_nothing() {
        assertThat(state.candidates()).isEqualTo(new IndexState.Holdings(0, new TestArchive().checksum()));
    }

    @Test
    void communications_follow_their_person() {
        archive.put(People.complete(200));
        Indexing.run(Indexing.communications(connection, archive), false);
        assertThat(communications()).isEqualTo(2);

        archive.put(People.dossier(200, People.name("欧阳雨桐")));
        archive.remove(People.complete(100).id());
        Indexing.run(Indexing.communications(connection, archive), false);

        assertThat(communications()).isZero();
    }

    private long communications() {
        return connection
                .call("counting", client -> client.count(count -> count.index(IndexName.COMMUNICATIONS.alias())))
                .count();
    }
}
