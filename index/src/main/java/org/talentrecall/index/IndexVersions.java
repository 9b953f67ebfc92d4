package org.talentrecall.index;

import co.elastic.clients.elasticsearch.indices.IndexState;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The concrete indices behind the aliases. What people see changes in one step: a new index is filled beside the old
 * one, then the alias moves.
 */
final class IndexVersions {
    private static final Logger log = LoggerFactory.getLogger(IndexVersions.class);

    private final SearchConnection connection;

    IndexVersions(SearchConnection connection) {
        this.connection = connection;
    }

    /**
     * A concrete index to write to.
     *
     * @param uuid given by Elasticsearch; another index of the same name has another
     * @param live whether the alias points to it
     * @param created whether it was made just now
     */
    record Version(IndexName name, String index, String uuid, boolean live, boolean created) {}

    /**
     * The index to write to: the live one when its definition is the current one, else one that is being filled, else a
     * fresh one.
     *
     * @param fresh take a fresh one in any case
     */
    Version target(IndexName name, boolean fresh) {
        IndexDefinition definition = IndexDefinition.of(name);
        Map<String, Version> versions = all(name);
        if (!fresh) {
            @Nullable Version unfinished = null;
            for (Version version : versions.values()) {
                if (version.index().startsWith(definition.prefix())) {
                    if (version.live()) {
                        return version;
                    }
                    unfinished = version;
                }
            }
            if (unfinished != null) {
                return unfinished;
            }
        }
        int number = 1;
        while (versions.containsKey(definition.prefix() + number)) {
            number++;
        }
        String index = definition.prefix() + number;
        connection.call(
                "creating the index " + index,
                client -> client.indices()
                        .create(request -> request.index(index).withJson(new StringReader(definition.json()))));
        log.info("Index {}: created", index);
        Version created = all(name).get(index);
        if (created == null) {
            throw new IndexUnavailable("The index " + index + " vanished while it was made: run the step again");
        }
        return new Version(name, index, created.uuid(), false, true);
    }

    /** The index behind the alias, if there is one. */
    @Nullable
    Version live(IndexName name) {
        return all(name).values().stream().filter(Version::live).findFirst().orElse(null);
    }

    /** Lets the alias point to this index alone, in one step, and drops the others. */
    Version publish(Version version) {
        List<Action> actions = new ArrayList<>();
        String alias = version.name().alias();
        for (Version other : all(version.name()).values()) {
            if (!other.index().equals(version.index())) {
                actions.add(Action.of(action -> action.removeIndex(remove -> remove.index(other.index()))));
            }
        }
        actions.add(Action.of(action ->
                action.add(add -> add.index(version.index()).alias(alias).isWriteIndex(true))));
        connection.call(
                "moving the alias " + alias,
                client -> client.indices().updateAliases(request -> request.actions(actions)));
        log.info("Index {}: now behind {}", version.index(), alias);
        return new Version(version.name(), version.index(), version.uuid(), true, false);
    }

    /** Drops what broken-off rebuilds left behind; only when the live index is the current one. */
    void dropLeftovers(Version live) {
        if (live.live() && all(live.name()).size() > 1) {
            publish(live);
        }
    }

    void refresh(Version version) {
        connection.call(
                "refreshing " + version.index(),
                client -> client.indices().refresh(request -> request.index(version.index())));
    }

    private Map<String, Version> all(IndexName name) {
        Map<String, IndexState> found = connection
                .call(
                        "listing the indices of " + name.alias(),
                        client -> client.indices()
                                .get(request ->
                                        request.index(name.alias() + "-*").ignoreUnavailable(true)))
                .result();
        Map<String, Version> versions = new TreeMap<>();
        found.forEach((index, state) -> {
            String uuid = state.settings() == null || state.settings().index() == null
                    ? null
                    : state.settings().index().uuid();
            boolean live = state.aliases() != null && state.aliases().containsKey(name.alias());
            versions.put(index, new Version(name, index, uuid == null ? index : uuid, live, false));
        });
        return versions;
    }
}
