package org.talentrecall.ingest.child;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The program of the children in tests: each work is one way in which a parser behaves or misbehaves. */
final class Worker {
    private Worker() {}

    public static void main(String[] args) throws IOException {
        ChildLoop.run(Worker::work, failure -> failure.getClass().getSimpleName());
    }

    private static void work(ChildRequest request, ChildLoop.Pieces pieces) throws Exception {
        switch (request.work()) {
            case "pid" ->
                pieces.send(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8));
            case "echo" -> {
                System.out.println("a parser that talks");
                pieces.send(request.content());
            }
            case "hang" -> {
                pieces.send(request.content());
                Thread.sleep(Long.MAX_VALUE);
            }
            case "exhaust" -> {
                List<byte[]> all = new ArrayList<>();
                while (true) {
                    all.add(new byte[1 << 20]);
                }
            }
            case "halt" -> Runtime.getRuntime().halt(1);
            case "exit" -> System.exit(0);
            case "recurse" -> recurse(1);
            default -> throw new IllegalArgumentException(request.work());
        }
    }

    private static int recurse(int depth) {
        return recurse(depth + 1) + depth;
    }
}
