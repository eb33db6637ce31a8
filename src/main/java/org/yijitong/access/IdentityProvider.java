package org.yijitong.access;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The identity provider outside by which people may sign in (OpenID Connect Core 1.0), if one is configured. It is looked
 * for beside the start and every minute; while it is away everything else goes on.
 */
@Component
public class IdentityProvider {
    private static final Logger LOG = LoggerFactory.getLogger(IdentityProvider.class);

    private final ProviderSettings settings;
    private final ReentrantLock looking = new ReentrantLock();
    private @Nullable ProviderTalk talk;
    private volatile ProviderTalk.@Nullable Known known;
    private volatile Standing standing;

    IdentityProvider(ProviderSettings settings) {
        this.settings = settings;
        this.standing = settings.on() ? Standing.THERE : Standing.OFF;
    }

    /** How it stands with the provider. */
    public enum Standing {
        /** None is configured. */
        OFF,
        /** It answered when it was last looked for, or has not been looked for yet. */
        THERE,
        /** It did not answer. */
        AWAY
    }

    public Standing standing() {
        return standing;
    }

    /** What people call it, or empty if nobody said. */
    public String name() {
        return settings.name();
    }

    /** Whether an identity of that issuer can be used here today. */
    public boolean isNow(String issuer) {
        return settings.issuer().equals(issuer);
    }

    /** Looks for it; at most one looks at a time, the others go by what was found before. */
    @Scheduled(fixedRate = 60_000, initialDelay = 2_000)
    public void look() {
        if (!settings.on() || !looking.tryLock()) {
            return;
        }
        try {
            ProviderTalk spoken = talk == null ? new ProviderTalk(settings) : talk;
            talk = spoken;
            known = spoken.discover(known);
            standing = Standing.THERE;
        } catch (ProviderAway away) {
            if (standing != Standing.AWAY) {
                LOG.warn("the identity provider {} cannot be used: {}", settings.issuer(), away.getMessage());
            }
            standing = Standing.AWAY;
        } finally {
            looking.unlock();
        }
    }

    /** The provider to speak with now; one that is away is looked for once more. */
    Optional<ProviderTalk.Known> known() {
        if (known == null || standing == Standing.AWAY) {
            look();
        }
        return standing == Standing.THERE ? Optional.ofNullable(known) : Optional.empty();
    }

    ProviderSettings settings() {
        return settings;
    }
}
