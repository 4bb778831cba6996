package io.tunetally.slack.fake;

import io.tunetally.storage.Storage;
import io.tunetally.storage.StorageException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** A store that can hang, as one does whose server no longer answers: calls wait, and no interrupt ends them. */
public final class Gate {
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicReference<String> failing = new AtomicReference<>("");
    private volatile CountDownLatch open = new CountDownLatch(0);

    public void hang() {
        open = new CountDownLatch(1);
    }

    public void goOn() {
        open.countDown();
    }

    /** The next call of this name fails, as where the store is away for a moment. */
    public void failOnce(String method) {
        failing.set(method);
    }

    /** Waits until every call that was begun has ended. */
    public void drain() {
        goOn();
        while (inside.get() > 0) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** All of this store behind the gate. */
    public Storage of(Storage storage) {
        return behind(Storage.class, storage, (_, port, arguments) -> {
            Object result = port.invoke(storage, arguments);
            return port.getReturnType().isInterface() ? behind(port.getReturnType(), result, waiting(result)) : result;
        });
    }

    /** Values that need no call of the store are known while it hangs. */
    private InvocationHandler waiting(Object port) {
        return (_, method, arguments) -> {
            inside.incrementAndGet();
            try {
                if (!method.getName().equals("known")) {
                    awaitOpen();
                }
                if (failing.compareAndSet(method.getName().intern(), "")) {
                    throw new StorageException("broken for a test");
                }
                return method.invoke(port, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            } finally {
                inside.decrementAndGet();
            }
        };
    }

    private static <T> T behind(Class<T> type, Object real, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(real.getClass().getClassLoader(), new Class<?>[] {type}, handler));
    }

    private void awaitOpen() {
        boolean interrupted = false;
        while (open.getCount() > 0) {
            try {
                open.await();
            } catch (InterruptedException ignored) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
