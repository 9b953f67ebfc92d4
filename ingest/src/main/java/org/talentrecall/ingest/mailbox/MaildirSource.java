package org.talentrecall.ingest.mailbox;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.source.SourceFiles;
import org.talentrecall.ingest.source.SourceProblem;
import org.talentrecall.ingest.source.SourceProblem.Code;
import org.talentrecall.ingest.source.SourceUnreadable;

/**
 * A Maildir: {@code cur} and {@code new} of the folder itself and of the folders below it ({@code .Sent} and the like). A
 * message keeps its unique name for ever, so the name without flags is its container and it is read once; {@code tmp} is
 * still being delivered and not looked at.
 */
record MaildirSource(SourceId id, Path path, @Nullable String folderHint, long messageLimit) implements MailSource {
    /** Flags stand behind {@code :2,}; where files cannot have a colon, other marks take its place. */
    private static final Pattern FLAGS = Pattern.compile("[:;!_-]2,[A-Za-z]*$");

    @Override
    public List<MessageFile> containers(Consumer<SourceProblem> problems) throws SourceUnreadable {
        if (!Files.exists(path)) {
            throw new SourceUnreadable(
                    SourceFiles.problem(id, path, new java.nio.file.NoSuchFileException(path.toString())));
        }
        TreeMap<String, Path> folders = new TreeMap<>();
        if (isMaildir(path)) {
            folders.put("", path);
        }
        try (DirectoryStream<Path> below = Files.newDirectoryStream(path, MaildirSource::isMaildir)) {
            below.forEach(folder -> folders.put(name(folder).replaceFirst("^\\.", ""), folder));
        } catch (IOException e) {
            throw new SourceUnreadable(SourceFiles.problem(id, path, e));
        }
        if (folders.isEmpty()) {
            throw new SourceUnreadable(
                    id,
                    Code.NOT_OF_ITS_KIND,
                    "Source " + id + " is not a Maildir (" + path
                            + " has no folders cur and new): correct its path or kind in recall.ingest.sources.");
        }
        List<MessageFile> messages = new ArrayList<>();
        folders.forEach((name, folder) -> {
            for (String part : List.of("cur", "new")) {
                messages(name, folder.resolve(part), messages, problems);
            }
        });
        messages.sort(Comparator.comparing(MessageFile::path));
        return messages;
    }

    private void messages(String folder, Path part, List<MessageFile> into, Consumer<SourceProblem> problems) {
        if (!Files.isDirectory(part)) {
            return;
        }
        String mailbox = folder.isEmpty() ? id.value() : id.value() + '/' + folder;
        String prefix = folder.isEmpty() ? "" : folder + '/';
        try (DirectoryStream<Path> files = Files.newDirectoryStream(part)) {
            for (Path file : files) {
                if (!name(file).startsWith(".") && Files.isRegularFile(file)) {
                    String unique = FLAGS.matcher(name(file)).replaceFirst("");
                    into.add(new MessageFile(id, prefix + unique, mailbox, file, unique, messageLimit));
                }
            }
        } catch (IOException e) {
            problems.accept(SourceFiles.problem(id, part, e));
        } catch (java.nio.file.DirectoryIteratorException e) {
            problems.accept(SourceFiles.problem(id, part, java.util.Objects.requireNonNull(e.getCause())));
        }
    }

    private static boolean isMaildir(Path folder) {
        return Files.isDirectory(folder.resolve("cur")) || Files.isDirectory(folder.resolve("new"));
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
