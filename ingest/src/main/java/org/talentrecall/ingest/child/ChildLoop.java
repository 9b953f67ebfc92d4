package org.talentrecall.ingest.child;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** The child's end: takes requests from its input until that ends, which it does at once when the parent dies. */
public final class ChildLoop {
    static final byte VALUE = 'V';
    static final byte FAILED = 'F';
    static final byte END = 'E';
    /** Said once, before the first request is read. */
    static final byte READY = 'R';

    private ChildLoop() {}

    /** Some work of a child. Whatever it throws becomes a failure. */
    @FunctionalInterface
    public interface Work {
        /** @param pieces takes the pieces of the result, each sent at once */
        void run(ChildRequest request, Pieces pieces) throws Exception;
    }

    /** Takes pieces of a result. */
    @FunctionalInterface
    public interface Pieces {
        void send(byte[] piece) throws IOException;
    }

    /**
     * Works until the parent is gone. Nothing else may be written to the standard output.
     *
     * @param code says what a failure means
     */
    public static void run(Work work, Function<Throwable, String> code) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out, 1 << 16));
        // A child that is busy does not look at its input, and one that is busy for ever would never end.
        ProcessHandle.current().parent().ifPresent(ChildLoop::endWith);
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        out.writeByte(READY);
        out.flush();
        while (true) {
            ChildRequest request;
            try {
                request = ChildRequest.read(in);
            } catch (EOFException e) {
                return;
            }
            answer(work, code, request, out);
        }
    }

    private static void endWith(ProcessHandle parent) {
        Thread watch = new Thread(
                () -> {
                    parent.onExit().join();
                    Runtime.getRuntime().halt(1);
                },
                "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }

    // Parsers throw anything at hostile bytes, errors included; each becomes the answer to this one request.
    private static void answer(Work work, Function<Throwable, String> code, ChildRequest request, DataOutputStream out)
            throws IOException {
        try {
            work.run(request, piece -> write(out, VALUE, piece));
        } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
            write(out, FAILED, code.apply(e).getBytes(StandardCharsets.UTF_8));
            return;
        }
        write(out, END, new byte[0]);
    }

    private static void write(DataOutputStream out, byte form, byte[] bytes) throws IOException {
        out.writeByte(form);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }
}
