package org.yijitong.shared;

import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does a piece of work once per idempotency key, however often the request is sent. A reply may be lost after the work
 * was stored; sending again must find the work, not repeat it.
 */
@Component
public class Once {
    private final OnceStore store;
    private final Clock clock;

    Once(OnceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Runs the work, or returns what it returned when this key was first used. The key and the work share one
     * transaction: the caller's, if there is one. Of two at the same time the second waits for the first.
     *
     * @param key made by the form or the API client, 1 to 100 characters; counts within one account and unit
     * @param fingerprint what is asked for, such as the route and a hash of the fields
     * @param work returns the address of what it made
     * @return that address
     * @throws Refused if the key was used before for something else
     */
    @Transactional
    public String run(Scope scope, String key, String fingerprint, Supplier<String> work) {
        if (claim(scope, key, new OnceStore.Done(fingerprint, null))) {
            String location = work.get();
            store.finish(scope, key, location);
            return location;
        }
        return before(scope, key, fingerprint);
    }

    /**
     * The same for work that makes nothing new, so that what it returns is known before.
     *
     * @param address of what it changes
     */
    @Transactional
    public String run(Scope scope, String key, String fingerprint, String address, Runnable work) {
        if (claim(scope, key, new OnceStore.Done(fingerprint, address))) {
            work.run();
            return address;
        }
        return before(scope, key, fingerprint);
    }

    private boolean claim(Scope scope, String key, OnceStore.Done asked) {
        if (key.isBlank() || key.length() > 100) {
            throw new Invalid("key", "shared.once.key");
        }
        return store.claim(scope, key, asked, clock.instant());
    }

    private String before(Scope scope, String key, String fingerprint) {
        return store.find(scope, key)
                .filter(done -> done.fingerprint().equals(fingerprint))
                .map(OnceStore.Done::location)
                .orElseThrow(() -> new Refused("shared.once.other"));
    }

    /** Forgets keys older than seven days, in every unit. */
    @Scheduled(cron = "0 17 3 * * *", zone = "Asia/Shanghai")
    @Transactional
    public void purge() {
        store.purge();
    }
}
