package io.tunetally.slack.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Enough of HTTP/2 without TLS to report requests as not processed. */
public final class FakeHttp2 implements AutoCloseable {
    private static final int PREFACE_BYTES = 24;
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int GOAWAY = 7;
    private static final int END_STREAM = 1;
    private static final int ACK = 1;
    private static final int END_HEADERS = 4;
    private static final byte[] REFUSED_STREAM = {0, 0, 0, 7};
    /** No stream was processed, and there is no error. */
    private static final byte[] NOTHING_PROCESSED = new byte[8];
    /** The HPACK code of {@code :status: 200}. */
    private static final byte[] STATUS_200 = {(byte) 0x88};

    private static final byte[] TAKEN = "{\"ok\":true,\"ts\":\"1700000000.000100\"}".getBytes(UTF_8);

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Refusal> refusals = new ConcurrentLinkedQueue<>();
    private final AtomicInteger processed = new AtomicInteger();

    /** How a server says that it has not processed a request. */
    public enum Refusal {
        REFUSED_STREAM,
        GOAWAY_BELOW
    }

    public FakeHttp2() throws IOException {
        threads.execute(this::accept);
    }

    /** The next request is refused. */
    public void refuse(Refusal refusal) {
        refusals.add(refusal);
    }

    public String address(String path) {
        return "http://127.0.0.1:" + server.getLocalPort() + path;
    }

    public int processed() {
        return processed.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                DataInputStream in = new DataInputStream(socket.getInputStream());
                DataOutputStream out = new DataOutputStream(socket.getOutputStream())) {
            in.readNBytes(PREFACE_BYTES);
            frame(out, SETTINGS, 0, 0, new byte[0]);
            boolean goesOn = true;
            while (goesOn) {
                goesOn = served(in, out);
            }
        } catch (EOFException | SocketException gone) {
            // The client has closed the connection.
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Whether the connection goes on after the next frame. */
    private boolean served(DataInputStream in, DataOutputStream out) throws IOException {
        int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
        int type = in.readUnsignedByte();
        int flags = in.readUnsignedByte();
        int stream = in.readInt();
        in.readNBytes(length);
        if (type == SETTINGS && flags != ACK) {
            frame(out, SETTINGS, ACK, 0, new byte[0]);
        }
        return type != DATA || flags != END_STREAM || answered(out, stream);
    }

    private boolean answered(DataOutputStream out, int stream) throws IOException {
        Refusal refusal = refusals.poll();
        if (refusal == null) {
            processed.incrementAndGet();
            frame(out, HEADERS, END_HEADERS, stream, STATUS_200);
            frame(out, DATA, END_STREAM, stream, TAKEN);
            return true;
        }
        switch (refusal) {
            case REFUSED_STREAM -> frame(out, RST_STREAM, 0, stream, REFUSED_STREAM);
            case GOAWAY_BELOW -> frame(out, GOAWAY, 0, 0, NOTHING_PROCESSED);
        }
        return refusal != Refusal.GOAWAY_BELOW;
    }

    private static void frame(DataOutputStream out, int type, int flags, int stream, byte[] payload)
            throws IOException {
        out.writeByte(payload.length >> 16);
        out.writeShort(payload.length);
        out.writeByte(type);
        out.writeByte(flags);
        out.writeInt(stream);
        out.write(payload);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
