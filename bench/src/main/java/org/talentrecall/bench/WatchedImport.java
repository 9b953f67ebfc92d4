package org.talentrecall.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A running import under {@link ImportWatch}, with what it has told so far. */
final class WatchedImport {
    private static final String BEGINS = ">";

    private final Process process;
    private final long begun = System.nanoTime();
    private final Thread listening;
    private @Nullable String step;
    private boolean stepsEnded;
    private long storedAtFirst = -1;
    private long stored;
    private long resolved;
    private long firstStep;
    private long lastStep;
    private long storedBy;
    private long resolvedBy;
    private boolean silent;

    /** Where an import is. */
    enum Phase {
        STARTING,
        /** Reads the file again up to the place where it had come, or the first rows of all. */
        READING,
        STORING,
        RESOLVING,
        /** Tells what it did. */
        CLOSING
    }

    WatchedImport(Process process) {
        this.process = process;
        listening = new Thread(this::listen, "listening");
        listening.setDaemon(true);
        listening.start();
    }

    private void listen() {
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                heard(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The import cannot be heard", e);
        } finally {
            end();
        }
    }

    private synchronized void end() {
        silent = true;
        notifyAll();
    }

    private synchronized void heard(String line) {
        if (line.startsWith(ImportWatch.MARK)) {
            String[] numbers = line.substring(ImportWatch.MARK.length()).split(" ", -1);
            long nowStored = Long.parseLong(numbers[0]);
            long nowResolved = Long.parseLong(numbers[1]);
            storedAtFirst = storedAtFirst < 0 ? nowStored : storedAtFirst;
            storedBy = nowStored > stored ? System.nanoTime() : storedBy;
            resolvedBy = nowResolved > resolved ? System.nanoTime() : resolvedBy;
            stored = nowStored;
            resolved = nowResolved;
        } else if (line.startsWith(BEGINS)) {
            step = line.substring(BEGINS.length()).strip();
            lastStep = System.nanoTime();
            firstStep = firstStep == 0 ? lastStep : firstStep;
        } else if (line.startsWith("resolve.persons:")) {
            stepsEnded = true;
        } else {
            System.err.println("    " + line);
        }
        notifyAll();
    }

    /** Waits until a step has begun; false when the import has ended before. */
    synchronized boolean awaitStep() throws InterruptedException {
        while (step == null && !silent) {
            wait();
        }
        return step != null && !silent;
    }

    /** Waits until so many rows are stored and so many records resolved; false when the import has ended before. */
    synchronized boolean await(long rows, long records) throws InterruptedException {
        while ((stored < rows || resolved < records) && !silent) {
            wait();
        }
        return !silent;
    }

    /** Kills it after so many milliseconds; false when it has ended by then. */
    boolean kill(long millis) throws InterruptedException {
        if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            return false;
        }
        process.destroyForcibly().waitFor();
        listening.join();
        return true;
    }

    /** Waits for its end and gives its exit code. */
    int end(long hours) throws InterruptedException {
        boolean ended = process.waitFor(hours, TimeUnit.HOURS);
        if (!ended) {
            process.destroyForcibly();
        }
        listening.join();
        return ended ? process.exitValue() : -1;
    }

    synchronized Phase phase() {
        if (step == null) {
            return Phase.STARTING;
        }
        if (stepsEnded) {
            return Phase.CLOSING;
        }
        if (step.startsWith("resolve")) {
            return Phase.RESOLVING;
        }
        return stored > Math.max(0, storedAtFirst) ? Phase.STORING : Phase.READING;
    }

    synchronized long stored() {
        return stored;
    }

    synchronized long resolved() {
        return resolved;
    }

    /** Seconds from its start until its first step began. */
    synchronized double starting() {
        return (firstStep - begun) / 1e9;
    }

    /** Seconds from the first step's begin until the last row was stored. */
    synchronized double storing() {
        return (storedBy - firstStep) / 1e9;
    }

    /** Seconds from the last step's begin until the last record was resolved. */
    synchronized double resolving() {
        return (resolvedBy - lastStep) / 1e9;
    }
}
