package org.talentrecall.ingest.imap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Stands before a server and drops connections after so many bytes of its answers. */
public final class CuttingProxy implements AutoCloseable {
    private final ServerSocket listening;
    private final int target;
    private final Queue<Long> cuts = new ConcurrentLinkedQueue<>();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicInteger connections = new AtomicInteger();
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();

    public CuttingProxy(int target) throws IOException {
        this.target = target;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** The next connections are dropped after so many bytes of answers, each by the next number; later ones live. */
    public CuttingProxy cut(long... after) {
        for (long bytes : after) {
            cuts.add(bytes);
        }
        return this;
    }

    /** Bytes of answers since the last time asked. */
    public long answered() {
        return answered.getAndSet(0);
    }

    public int connections() {
        return connections.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                connections.incrementAndGet();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(server);
                Long cut = cuts.poll();
                start(() -> pass(client, server, Long.MAX_VALUE, new AtomicLong()));
                start(() -> pass(server, client, cut == null ? Long.MAX_VALUE : cut, answered));
            } catch (IOException e) {
                // Closed, or the server is away; the client sees it.
                continue;
            }
        }
    }

    private static void pass(Socket from, Socket to, long most, AtomicLong counted) {
        try (from;
                to;
                InputStream input = from.getInputStream();
                OutputStream output = to.getOutputStream()) {
            byte[] buffer = new byte[8192];
            long left = most;
            while (left > 0) {
                int read = input.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    return;
                }
                output.write(buffer, 0, read);
                output.flush();
                counted.addAndGet(read);
                left -= read;
            }
        } catch (IOException e) {
            // The other direction has ended the connection.
            return;
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "cutting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
