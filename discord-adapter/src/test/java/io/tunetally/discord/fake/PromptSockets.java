package io.tunetally.discord.fake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ServerSocketFactory;

/**
 * Server sockets whose connections send each small message at once, as Discord's do; otherwise one waits 40 ms for the one before.
 * They can fall silent, like a host behind a network that drops everything.
 */
final class PromptSockets extends ServerSocketFactory {
    private final Object change = new Object();
    private boolean silent;

    /** Whether nothing that is sent arrives; it does once this is over. */
    void fallSilent(boolean isSilent) {
        synchronized (change) {
            silent = isSilent;
            change.notifyAll();
        }
    }

    private void awaitSound() throws IOException {
        synchronized (change) {
            while (silent) {
                try {
                    change.wait();
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                    throw new IOException("interrupted", stop);
                }
            }
        }
    }

    private final class Connection extends Socket {
        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read(byte[] into, int from, int most) throws IOException {
                    int read = super.read(into, from, most);
                    awaitSound();
                    return read;
                }
            };
        }
    }

    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new ServerSocket() {
            @Override
            public Socket accept() throws IOException {
                Socket socket = new Connection();
                implAccept(socket);
                socket.setTcpNoDelay(true);
                return socket;
            }
        };
    }

    @Override
    public ServerSocket createServerSocket(int port) {
        throw new UnsupportedOperationException("bound later");
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) {
        throw new UnsupportedOperationException("bound later");
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
        throw new UnsupportedOperationException("bound later");
    }
}
