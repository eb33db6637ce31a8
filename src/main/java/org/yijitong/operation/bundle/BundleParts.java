package org.yijitong.operation.bundle;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.yijitong.audit.AuditParts;
import org.yijitong.organization.IdentityVault;
import org.yijitong.shared.Keys;
import org.yijitong.shared.Uuid7;
import tools.jackson.databind.json.JsonMapper;

/** What {@link Bundles} and {@link Arrivals} are made of, for a process that does nothing else. Not scanned: the product has its own. */
@Import({
    BundleStore.class,
    ArrivalStore.class,
    Bundles.class,
    Arrivals.class,
    AuditParts.class,
    IdentityVault.class,
    Keys.class,
    Uuid7.class
})
public final class BundleParts {
    @Bean
    JsonMapper json() {
        return JsonMapper.shared();
    }
}
