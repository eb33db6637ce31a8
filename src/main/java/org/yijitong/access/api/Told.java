package org.yijitong.access.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Posting;
import org.yijitong.shared.Posting.Done;
import org.yijitong.shared.Scope;

/**
 * For what makes a secret: the answer to the request that made it tells it, the only one ever. Under an idempotency key
 * nothing is kept but an address, so the same request again finds the work done and hears no secret. Whoever lost the
 * answer has another code issued.
 */
@Component
class Told {
    private final Posting posting;

    Told(Posting posting) {
        this.posting = posting;
    }

    /**
     * Does the work once.
     *
     * @param address of what was made
     * @param view of the address and of what was made; null when it was made before
     */
    <T, V> ResponseEntity<V> once(
            Scope scope,
            HttpServletRequest request,
            Object body,
            Supplier<T> work,
            Function<T, String> address,
            BiFunction<String, @Nullable T, V> view) {
        AtomicReference<@Nullable T> secret = new AtomicReference<>();
        ResponseEntity<Done> done = posting.made(scope, request, body, () -> {
            T made = work.get();
            secret.set(made);
            return address.apply(made);
        });
        String href = Objects.requireNonNull(done.getBody()).href();
        return ResponseEntity.status(done.getStatusCode())
                .headers(done.getHeaders())
                .body(view.apply(href, secret.get()));
    }
}
