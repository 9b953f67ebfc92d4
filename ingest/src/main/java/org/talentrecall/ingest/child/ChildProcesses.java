package org.talentrecall.ingest.child;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Children that wait for work, started when needed, kept for the next piece of it and ended when none comes for a while.
 * Safe for use by several threads, each of which gets a child of its own.
 */
public final class ChildProcesses implements AutoCloseable {
    /** A scheduler that waits for the night should not hold the memory of a child all day. */
    private static final Duration KEPT_IDLE = Duration.ofMinutes(1);

    private final String main;
    private final long memory;
    private final Duration keptIdle;
    private final Deque<ChildProcess> idle = new ArrayDeque<>();
    private final Map<ChildProcess, ScheduledFuture<?>> ends = new HashMap<>();
    private boolean closed;
    private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1, work -> {
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
        this(main, memory, KEPT_IDLE);
    }

    ChildProcesses(String main, long memory, Duration keptIdle) {
        this.main = main;
        this.memory = memory;
        this.keptIdle = keptIdle;
        watch.setRemoveOnCancelPolicy(true);
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
        private boolean closed;

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
            if (closed) {
                // A child that was given back twice would be given to two at once.
                return;
            }
            closed = true;
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
                ScheduledFuture<?> end = ends.remove(child);
                if (end != null) {
                    end.cancel(false);
                }
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
            if (closed) {
                child.close();
                return;
            }
            idle.push(child);
            ends.put(child, watch.schedule(() -> endIdle(child), keptIdle.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    private void endIdle(ChildProcess child) {
        synchronized (idle) {
            if (!idle.remove(child)) {
                return;
            }
            ends.remove(child);
        }
        child.close();
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
            closed = true;
            ends.clear();
            idle.forEach(ChildProcess::close);
            idle.clear();
        }
    }
}
