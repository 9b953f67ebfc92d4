package org.talentrecall.archive.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the tab-separated tables that lie beside a class. Lines that start with {@code #} and blank lines do not count. */
public final class ResourceTable {
    private ResourceTable() {}

    /**
     * All rows, each with its cells trimmed.
     *
     * @throws IllegalStateException when there is no such resource
     */
    public static List<List<String>> rows(Class<?> owner, String name) {
        return lines(owner, name).stream()
                .map(line -> List.of(line.split("\t", -1)).stream()
                        .map(String::strip)
                        .toList())
                .toList();
    }

    /**
     * All blank-separated words, for plain lists.
     *
     * @throws IllegalStateException when there is no such resource
     */
    public static List<String> words(Class<?> owner, String name) {
        return lines(owner, name).stream()
                .flatMap(line -> List.of(line.strip().split("\\s+")).stream())
                .toList();
    }

    private static List<String> lines(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + name + " is missing beside " + owner.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the resource " + name, e);
        }
    }
}
