package org.talentrecall.ingest.child;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Children that wait for work, started when needed and kept for the next piece of it. Safe for use by several threads,
 * each of which gets a child of its own.
 */
public final class ChildProcesses implements AutoCloseable {
    private final String main;
    private final long memory;
    private final Deque<ChildProcess> idle = new ArrayDeque<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "child-watch");
        thread.setDaemon(true);
        return thread;
    });
    private final Thread atExit = new Thread(this::end, "child-end");

    /**
     * @param main the main class of their program, which runs {@link ChildLoop}
     * @param memory bytes of heap each may use
     */
    public ChildProcesses(String main, long memory) {
        this.main = main;
        this.memory = memory;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** All pieces of an answer, or how it failed; none come beside a failure. */
    public record Answer(
            List<byte[]> pieces,
            @org.jspecify.annotations.Nullable ChildAnswer failure) {}

    /**
     * Has a request worked on.
     *
     * @param time within which the whole answer must come
     */
    public Answer ask(ChildRequest request, Duration time) {
        try (Conversation conversation = begin(request, time)) {
            long end = System.nanoTime() + time.toNanos();
            List<byte[]> pieces = new ArrayList<>();
            while (true) {
                ChildAnswer answer = conversation.next(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
                if (answer instanceof ChildAnswer.Value value) {
                    pieces.add(value.bytes());
                } else {
                    return answer instanceof ChildAnswer.End ? new Answer(pieces, null) : new Answer(List.of(), answer);
                }
            }
        }
    }

    /**
     * Begins work whose answer comes piece by piece.
     *
     * @param time for taking the request over
     */
    public Conversation begin(ChildRequest request, Duration time) {
        ChildProcess child = take();
        if (!child.send(request, time) && child.isLost()) {
            // It may have been ended from outside while it waited for work; a fresh one is not at fault.
            child.close();
            child = start();
            child.send(request, time);
        }
        return new Conversation(child);
    }

    /** A child at work. Ended before its end, it takes the child with it. */
    public final class Conversation implements AutoCloseable {
        private final ChildProcess child;
        private boolean over;

        private Conversation(ChildProcess child) {
            this.child = child;
        }

        /** The next piece, or how the work ended. */
        public ChildAnswer next(Duration time) {
            ChildAnswer answer = child.receive(time);
            over |= !(answer instanceof ChildAnswer.Value);
            return answer;
        }

        @Override
        public void close() {
            if (over && !child.isLost()) {
                giveBack(child);
            } else {
                child.close();
            }
        }
    }

    private ChildProcess take() {
        synchronized (idle) {
            while (!idle.isEmpty()) {
                ChildProcess child = idle.pop();
                if (!child.isLost()) {
                    return child;
                }
                child.close();
            }
        }
        return start();
    }

    private ChildProcess start() {
        return ChildProcess.start(watch, main, memory);
    }

    private void giveBack(ChildProcess child) {
        synchronized (idle) {
            idle.push(child);
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The machine is going down already, and the hook does the rest.
            return;
        }
        end();
    }

    private void end() {
        watch.shutdownNow();
        synchronized (idle) {
            idle.forEach(ChildProcess::close);
            idle.clear();
        }
    }
}
