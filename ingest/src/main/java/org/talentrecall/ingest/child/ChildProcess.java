package org.talentrecall.ingest.child;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import org.springframework.util.FileSystemUtils;

/** The parent's end of one child. Used by one thread at a time. */
final class ChildProcess {
    /** How {@code -XX:+ExitOnOutOfMemoryError} ends a Java process. */
    private static final Duration START = Duration.ofMinutes(1);

    private static final int OUT_OF_MEMORY = 3;

    private static final int SECONDS_TO_DIE = 5;

    private final ScheduledExecutorService watch;
    private final Path scratch;
    private final Process process;
    private final DataOutputStream out;
    private final DataInputStream in;
    private volatile boolean overTime;
    private boolean ready;
    private boolean lost;

    private ChildProcess(ScheduledExecutorService watch, Path scratch, Process process) {
        this.watch = watch;
        this.scratch = scratch;
        this.process = process;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    }

    /**
     * Starts a Java process like this one with a program of its own.
     *
     * @param main its main class, on this process's class path
     * @param memory bytes of its heap
     */
    static ChildProcess start(ScheduledExecutorService watch, String main, long memory) {
        try {
            Path scratch = Files.createTempDirectory("recall-child");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString()));
            command.add("-Xmx" + Math.max(1, memory >> 20) + "m");
            command.addAll(List.of(
                    "-XX:+ExitOnOutOfMemoryError",
                    "-XX:+UseSerialGC",
                    "-XX:-UsePerfData",
                    "-XX:-CreateCoredumpOnCrash",
                    "-XX:ErrorFile=" + scratch.resolve("crash.log"),
                    "-Xshare:auto",
                    "-Djava.awt.headless=true",
                    "-Djava.io.tmpdir=" + scratch,
                    "-Dfile.encoding=UTF-8",
                    // Found by looking through all of the class path otherwise, for every part of every document.
                    "-Djavax.xml.parsers.SAXParserFactory="
                            + SAXParserFactory.newInstance().getClass().getName(),
                    "-Djavax.xml.parsers.DocumentBuilderFactory="
                            + DocumentBuilderFactory.newInstance().getClass().getName(),
                    "-Dlogback.configurationFile=org/talentrecall/ingest/child/silent-logback.xml",
                    "-cp",
                    System.getProperty("java.class.path"),
                    main));
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
            // Tesseract's threads wait for each other more than they work: one of them reads a page in a quarter of the
            // time.
            builder.environment().putIfAbsent("OMP_THREAD_LIMIT", "1");
            Process process = builder.start();
            return new ChildProcess(watch, scratch, process);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(
                    "No process could be started to read documents in: check memory, process limits and the temporary folder",
                    e);
        }
    }

    /** Waits once for a fresh child to have loaded its program; that takes as long as the machine is busy, not the file. */
    private void awaitReady() {
        if (ready) {
            return;
        }
        ready = true;
        ScheduledFuture<?> end = endAfter(START);
        try {
            lost |= in.readByte() != ChildLoop.READY;
        } catch (IOException e) {
            lost = true;
        } finally {
            end.cancel(false);
        }
    }

    /** Sends a request; false when the child is gone. */
    boolean send(ChildRequest request, Duration time) {
        awaitReady();
        ScheduledFuture<?> end = endAfter(time);
        try {
            request.write(out);
            return true;
        } catch (IOException e) {
            lost = true;
            return false;
        } finally {
            end.cancel(false);
        }
    }

    /** The next answer, which must come within the given time. */
    ChildAnswer receive(Duration time) {
        ScheduledFuture<?> end = endAfter(time);
        try {
            byte form = in.readByte();
            byte[] bytes = in.readNBytes(in.readInt());
            return switch (form) {
                case ChildLoop.VALUE -> new ChildAnswer.Value(bytes);
                case ChildLoop.END -> new ChildAnswer.End();
                case ChildLoop.FAILED ->
                    new ChildAnswer.Failed(new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
                default -> throw new EOFException("a child that talks nonsense");
            };
        } catch (IOException e) {
            lost = true;
            return new ChildAnswer.Lost(cause());
        } finally {
            end.cancel(false);
        }
    }

    boolean isLost() {
        // One whose end was ordered while its last answer arrived may still look alive.
        return lost || overTime || !process.isAlive();
    }

    private ScheduledFuture<?> endAfter(Duration time) {
        return watch.schedule(
                () -> {
                    overTime = true;
                    kill();
                },
                time.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private ChildAnswer.Cause cause() {
        if (overTime) {
            return ChildAnswer.Cause.OVER_TIME;
        }
        kill();
        try {
            boolean ended = process.waitFor(SECONDS_TO_DIE, TimeUnit.SECONDS);
            return ended && process.exitValue() == OUT_OF_MEMORY
                    ? ChildAnswer.Cause.OUT_OF_MEMORY
                    : ChildAnswer.Cause.CRASHED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ChildAnswer.Cause.CRASHED;
        }
    }

    private void kill() {
        // A program that the child started, such as the one for OCR, would go on without it.
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Ends the child and removes what it left in its temporary folder. */
    void close() {
        kill();
        try {
            process.waitFor(SECONDS_TO_DIE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            FileSystemUtils.deleteRecursively(scratch);
        } catch (IOException e) {
            // What the dead process had open may linger on some systems; the system clears its temporary folder itself.
            scratch.toFile().deleteOnExit();
        }
    }
}
