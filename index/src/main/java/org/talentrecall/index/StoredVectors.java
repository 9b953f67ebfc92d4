package org.talentrecall.index;

import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.text.Embedder;

/**
 * Vectors for texts, taken from the live index where a person's text has not changed since: embedding is by far the
 * dearest part of indexing.
 */
final class StoredVectors {
    private static final int DIGITS = 24;

    private final SearchConnection connection;
    private final Embedder embedder;

    StoredVectors(SearchConnection connection, Embedder embedder) {
        this.connection = connection;
        this.embedder = embedder;
    }

    /** A vector as a document holds it. */
    record Vector(List<Float> values, String of) {
        Vector {
            values = List.copyOf(values);
        }
    }

    /** The part of a stored document that matters here. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Stored(
            @JsonProperty("vector") @Nullable List<Float> vector,
            @JsonProperty("vector_of") @Nullable String of) {}

    /**
     * @param live the index people see, or null while there is none
     * @param texts text by document id
     * @return vector by document id; none for a blank text, of which nothing can be said
     */
    Map<String, Vector> of(@Nullable String live, Map<String, String> texts) {
        Map<String, Stored> stored = live == null ? Map.of() : stored(live, texts.keySet());
        return texts.entrySet().parallelStream()
                .filter(text -> !text.getValue().isBlank())
                .collect(Collectors.toConcurrentMap(
                        Map.Entry::getKey, text -> vector(stored.get(text.getKey()), text.getValue())));
    }

    private Vector vector(@Nullable Stored known, String text) {
        String key = key(text);
        return known != null && known.vector() != null && key.equals(known.of())
                ? new Vector(known.vector(), key)
                : new Vector(list(embedder.embed(text)), key);
    }

    private static String key(String text) {
        byte[] bytes = (BgeEmbedder.MODEL + '\n' + text).getBytes(StandardCharsets.UTF_8);
        return ContentHash.of(bytes).value().substring(0, DIGITS);
    }

    static List<Float> list(float[] vector) {
        Float[] boxed = new Float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            boxed[i] = vector[i];
        }
        return List.of(boxed);
    }

    private Map<String, Stored> stored(String index, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<MultiGetResponseItem<Stored>> answers = connection
                .call(
                        "reading stored vectors",
                        client -> client.mget(
                                request -> request.index(index)
                                        .ids(List.copyOf(ids))
                                        .sourceIncludes("vector", "vector_of"),
                                Stored.class))
                .docs();
        Map<String, Stored> found = new HashMap<>();
        for (MultiGetResponseItem<Stored> answer : answers) {
            if (answer.isResult() && answer.result().found() && answer.result().source() != null) {
                found.put(answer.result().id(), answer.result().source());
            }
        }
        return found;
    }
}
