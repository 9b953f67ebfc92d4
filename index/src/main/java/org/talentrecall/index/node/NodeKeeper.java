package org.talentrecall.index.node;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process of its own that runs the node for as long as some program uses it. Every user holds a shared lock on one
 * file; this process waits for the exclusive lock on it, which the operating system grants once the last user is gone,
 * however it went. Copied out of the jar and started by itself, so this class needs nothing but the JDK and has no
 * nested classes.
 */
public final class NodeKeeper {
    private static final int STOP_SECONDS = 30;

    private NodeKeeper() {}

    /**
     * Runs the node until nobody uses it.
     *
     * @param args the users' lock file, the file that is locked while this process lives, the file to note process ids
     *     in, the log file, then the node's command
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path users = Path.of(args[0]);
        Path presence = Path.of(args[1]);
        Path note = Path.of(args[2]);
        File log = new File(args[3]);
        List<String> command = Arrays.asList(args).subList(4, args.length);
        FileChannel present = FileChannel.open(presence, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock kept = present.lock();
        Process node = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(node)));
        write(note, node);
        Thread watch = new Thread(() -> exitWith(node, note), "node-watch");
        watch.setDaemon(true);
        watch.start();
        try (FileChannel channel = FileChannel.open(users, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock alone = channel.lock()) {
            if (alone.isValid() && kept.isValid()) {
                stop(node);
                Files.deleteIfExists(note);
                // Ends before the lock is given up: the watch must not delete the note of the node that comes next.
                Runtime.getRuntime().halt(0);
            }
        }
    }

    private static void write(Path note, Process node) throws IOException {
        Path draft = note.resolveSibling(note.getFileName() + ".new");
        Files.writeString(
                draft,
                "keeper=" + ProcessHandle.current().pid() + "\nnode=" + node.pid() + "\nstarted="
                        + node.info().startInstant().map(Object::toString).orElse("") + "\n");
        Files.move(draft, note, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void exitWith(Process node, Path note) {
        try {
            int code = node.waitFor();
            Files.deleteIfExists(note);
            Runtime.getRuntime().halt(code);
        } catch (IOException e) {
            Runtime.getRuntime().halt(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stop(Process node) {
        node.destroy();
        try {
            if (!node.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                node.descendants().forEach(ProcessHandle::destroyForcibly);
                node.destroyForcibly();
            }
        } catch (InterruptedException e) {
            node.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
