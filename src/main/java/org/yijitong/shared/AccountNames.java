package org.yijitong.shared;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Says what the holders of accounts are called, for histories that tell who did something. Supplied by the module that
 * knows accounts, which the modules that keep histories must not know.
 */
@FunctionalInterface
public interface AccountNames {
    /** The names of those accounts that exist, by id. */
    Map<UUID, String> of(Collection<UUID> accounts);
}
