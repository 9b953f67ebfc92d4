package org.talentrecall.ingest.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChildProcessesTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final long MEMORY = 32L << 20;

    private final ChildProcesses children = new ChildProcesses(Worker.class.getName(), MEMORY);

    @AfterEach
    void close() {
        children.close();
    }

    private static ChildRequest request(String work) {
        return ChildRequest.of(work, new byte[] {1, 2, 3});
    }

    private static long pid(ChildProcesses children) {
        return Long.parseLong(
                new String(children.ask(request("pid"), LONG).pieces().get(0), StandardCharsets.UTF_8));
    }

    private static void assertEnded(long pid) throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<?> end = ProcessHandle.of(pid)
                .map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(null));
        end.get(20, TimeUnit.SECONDS);
    }

    private void assertLost(String work, Duration time, ChildAnswer.Cause cause) throws Exception {
        long before = pid(children);
        ChildProcesses.Answer answer = children.ask(request(work), time);
        assertThat(answer.failure()).isEqualTo(new ChildAnswer.Lost(cause));
        assertThat(answer.pieces()).isEmpty();
        assertEnded(before);
        assertThat(children.ask(request("echo"), LONG).pieces()).containsExactly(new byte[] {1, 2, 3});
    }

    @Test
    void gives_work_to_the_same_child_again() {
        assertThat(pid(children))
                .isEqualTo(pid(children))
                .isNotEqualTo(ProcessHandle.current().pid());
    }

    private static String said(ChildProcesses.Conversation conversation) {
        return new String(((ChildAnswer.Value) conversation.next(LONG)).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void a_conversation_that_is_closed_twice_gives_its_child_back_once() {
        ChildProcesses.Conversation before = children.begin(request("pid"), LONG);
        said(before);
        assertThat(before.next(LONG)).isInstanceOf(ChildAnswer.End.class);
        before.close();
        before.close();

        try (ChildProcesses.Conversation one = children.begin(request("pid"), LONG);
                ChildProcesses.Conversation other = children.begin(request("pid"), LONG)) {
            assertThat(said(one)).isNotEqualTo(said(other));
        }
    }

    @Test
    void keeps_what_a_parser_prints_out_of_its_answers() {
        assertThat(children.ask(request("echo"), LONG).pieces()).containsExactly(new byte[] {1, 2, 3});
    }

    @Test
    void kills_a_child_that_hangs_and_goes_on_with_another() throws Exception {
        long began = System.nanoTime();
        assertLost("hang", Duration.ofMillis(300), ChildAnswer.Cause.OVER_TIME);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void tells_a_child_whose_memory_ended_from_one_that_crashed() throws Exception {
        assertLost("exhaust", LONG, ChildAnswer.Cause.OUT_OF_MEMORY);
        assertLost("halt", LONG, ChildAnswer.Cause.CRASHED);
        assertLost("exit", LONG, ChildAnswer.Cause.CRASHED);
    }

    @Test
    void keeps_a_child_whose_parser_throws_or_recurses_without_end() {
        long before = pid(children);
        assertThat(children.ask(request("recurse"), LONG).failure())
                .isEqualTo(new ChildAnswer.Failed("StackOverflowError"));
        assertThat(children.ask(request("unknown"), LONG).failure())
                .isEqualTo(new ChildAnswer.Failed("IllegalArgumentException"));
        assertThat(pid(children)).isEqualTo(before);
    }

    @Test
    void replaces_a_child_that_was_killed_while_it_waited() throws Exception {
        long killed = pid(children);
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        assertEnded(killed);
        assertThat(pid(children)).isNotEqualTo(killed);
    }

    @Test
    void leaves_no_process_when_closed() throws Exception {
        long pid = pid(children);
        children.close();
        assertEnded(pid);
    }

    @Test
    void ends_a_child_that_has_had_no_work_for_a_while() throws Exception {
        try (ChildProcesses brief = new ChildProcesses(Worker.class.getName(), MEMORY, Duration.ofMillis(100))) {
            assertEnded(pid(brief));
            assertThat(brief.ask(request("echo"), LONG).failure()).isNull();
        }
    }

    @Test
    void ends_children_busy_or_idle_when_the_parent_is_killed() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName())
                .start();
        List<String> printed = new ArrayList<>();
        try (BufferedReader lines = parent.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null && !line.equals("ready"); line = lines.readLine()) {
                printed.add(line);
            }
            parent.destroyForcibly();
        } catch (IOException e) {
            parent.destroyForcibly();
            throw e;
        }
        assertThat(printed).hasSize(2).doesNotHaveDuplicates();
        for (String pid : printed) {
            assertEnded(Long.parseLong(pid));
        }
    }
}
