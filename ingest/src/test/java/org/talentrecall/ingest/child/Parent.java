package org.talentrecall.ingest.child;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A program with a busy child and an idle one, whose numbers it prints, and which waits to be killed. */
final class Parent {
    private Parent() {}

    public static void main(String[] args) throws InterruptedException {
        ChildProcesses children = new ChildProcesses(Worker.class.getName(), 32L << 20);
        try (ChildProcesses.Conversation first =
                children.begin(ChildRequest.of("pid", new byte[0]), Duration.ofMinutes(1))) {
            String second = new String(
                    children.ask(ChildRequest.of("pid", new byte[0]), Duration.ofMinutes(1))
                            .pieces()
                            .get(0),
                    StandardCharsets.UTF_8);
            ChildAnswer answer = first.next(Duration.ofMinutes(1));
            System.out.println(second);
            System.out.println(new String(((ChildAnswer.Value) answer).bytes(), StandardCharsets.UTF_8));
            first.next(Duration.ofMinutes(1));
        }
        // The child that was given back last is taken first; it is busy for ever, the other one waits.
        try (ChildProcesses.Conversation busy =
                children.begin(ChildRequest.of("hang", new byte[0]), Duration.ofMinutes(1))) {
            busy.next(Duration.ofMinutes(1));
            System.out.println("ready");
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
