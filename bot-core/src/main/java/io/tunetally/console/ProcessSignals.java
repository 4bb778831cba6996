package io.tunetally.console;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SIGTERM and control-C, handed to a task. Java itself would end the process with the signal's exit code (143, 130) however well
 * it has ended, which service managers take for a failure. The class for it is in the module {@code jdk.unsupported}, which javac
 * does not compile against without a warning, so it is looked up by name; where it is missing, or Java runs with {@code -Xrs},
 * signals are left to Java.
 */
final class ProcessSignals implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessSignals.class);
    private static final List<String> NAMES = List.of("TERM", "INT");

    private final List<Taken> taken = new ArrayList<>();

    private ProcessSignals() {}

    /** A signal and what was done at it before. */
    private record Taken(Method handle, Object signal, Object before) {}

    /** Runs a task at each signal from now on, on a thread of its own, until this is closed. */
    static ProcessSignals handedTo(Runnable task) {
        ProcessSignals signals = new ProcessSignals();
        try {
            Class<?> type = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Method handle = type.getMethod("handle", type, handlerType);
            Constructor<?> named = type.getConstructor(String.class);
            Object handler = Proxy.newProxyInstance(
                    handlerType.getClassLoader(), new Class<?>[] {handlerType}, (self, method, arguments) -> {
                        if (method.getDeclaringClass().equals(Object.class)) {
                            return method.invoke(task, arguments);
                        }
                        task.run();
                        return null;
                    });
            for (String name : NAMES) {
                Object signal = named.newInstance(name);
                signals.taken.add(new Taken(handle, signal, handle.invoke(null, signal, handler)));
            }
        } catch (ReflectiveOperationException unavailable) {
            LOG.info("signals end the process with Java's own exit code: {}", unavailable.toString());
        }
        return signals;
    }

    /** What was done before is done again. */
    @Override
    public void close() {
        for (Taken one : taken) {
            try {
                one.handle().invoke(null, one.signal(), one.before());
            } catch (IllegalAccessException | InvocationTargetException unchanged) {
                LOG.warn("a signal is still handled here", unchanged);
            }
        }
    }
}
