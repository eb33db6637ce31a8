package org.yijitong.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Long work in pieces that do not wait for each other, as many at once as there are processors, at most four. */
public final class AtOnce {
    private static final int MOST = 4;

    private AtOnce() {}

    /**
     * Does all the work, and when a piece fails begins no other.
     *
     * @return what each piece made, in their order
     * @throws IllegalStateException if a piece fails, with its cause, or the thread that waits is interrupted
     */
    public static <T> List<T> all(List<Callable<T>> works) {
        List<T> made = new ArrayList<>();
        inOrder(works, made::add);
        return made;
    }

    /**
     * Does all the work, and when a piece fails begins no other. What a piece made is taken while later ones are under way.
     *
     * @param taken is told what each piece made, in their order, by the thread that calls
     * @throws IllegalStateException if a piece fails, with its cause, or the thread that waits is interrupted
     */
    public static <T> void inOrder(List<Callable<T>> works, Consumer<T> taken) {
        try (var pool =
                Executors.newFixedThreadPool(Math.min(MOST, Runtime.getRuntime().availableProcessors()))) {
            take(pool, works, taken);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("broken off by " + e.getMessage(), e.getCause());
        }
    }

    private static <T> void take(ExecutorService pool, List<Callable<T>> works, Consumer<T> taken)
            throws InterruptedException, ExecutionException {
        try {
            List<Future<T>> begun = works.stream().map(pool::submit).toList();
            for (Future<T> each : begun) {
                taken.accept(each.get());
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
