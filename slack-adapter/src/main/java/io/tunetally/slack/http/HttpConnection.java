package io.tunetally.slack.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves one connection: requests and replies by turns. A client that keeps it waiting too long finds it closed. */
final class HttpConnection implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpConnection.class);
    private static final int BUFFER_BYTES = 8_192;
    /** The most bytes, and the longest time, that a client goes on sending a refused request before it reads the reply. */
    private static final int DISCARDED_BYTES = 8_000_000;

    private static final Duration DISCARDED_WITHIN = Duration.ofSeconds(2);

    private final Socket socket;
    private final InetAddress peer;
    private final HttpHandler handler;
    private final HttpBounds limits;
    private volatile State state = State.UNDER_WAY;
    private volatile long deadline = Long.MAX_VALUE;
    private volatile boolean closing;

    /** The state of the connection. */
    private enum State {
        IDLE,
        UNDER_WAY
    }

    HttpConnection(Socket socket, HttpHandler handler, HttpBounds limits) {
        this.socket = socket;
        this.peer = socket.getInetAddress();
        this.handler = handler;
        this.limits = limits;
    }

    InetAddress peer() {
        return peer;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            serve(new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES), socket.getOutputStream());
        } catch (IOException gone) {
            LOG.debug("a connection ended: {}", gone.toString());
        }
    }

    private void serve(InputStream in, OutputStream out) throws IOException {
        RequestReader reader = new RequestReader(in, out, peer, limits.bodyBytes());
        boolean last = false;
        while (!last) {
            within(limits.idle());
            state = State.IDLE;
            int first = closing ? -1 : in.read();
            state = State.UNDER_WAY;
            if (first < 0) {
                return;
            }
            within(limits.sent());
            try {
                RequestReader.Read read = reader.read(first);
                deadline = Long.MAX_VALUE;
                HttpReply reply = handler.answer(read.request());
                last = read.last() || closing;
                boolean withBody = !read.request().method().equals("HEAD");
                within(limits.sent());
                out.write(reply.bytes(last, withBody));
            } catch (RefusedRequestException refused) {
                last = true;
                out.write(refused.reply().bytes(true, true));
                discard(in);
            }
        }
    }

    /** Closed with something unread, it would be reset, and the reply lost. */
    private void discard(InputStream in) throws IOException {
        within(DISCARDED_WITHIN);
        socket.shutdownOutput();
        byte[] buffer = new byte[BUFFER_BYTES];
        int left = DISCARDED_BYTES;
        for (int read = 0; read >= 0 && left > 0; left -= read) {
            read = in.read(buffer);
        }
    }

    private void within(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
    }

    /** Ends it where it has waited for longer than it may. */
    void endIfLate() {
        long due = deadline;
        if (due != Long.MAX_VALUE && System.nanoTime() - due > 0) {
            end();
        }
    }

    /** Ends it after the reply that is under way. */
    void endSoon() {
        closing = true;
        if (state == State.IDLE) {
            end();
        }
    }

    /** Ends it now. */
    void end() {
        try {
            socket.close();
        } catch (IOException unclosed) {
            LOG.debug("a connection did not close: {}", unclosed.toString());
        }
    }
}
