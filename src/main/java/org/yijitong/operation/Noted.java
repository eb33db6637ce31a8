package org.yijitong.operation;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.access.Lockdown;
import org.yijitong.access.LockdownParts;
import org.yijitong.audit.Audit;
import org.yijitong.audit.AuditParts;
import org.yijitong.shared.Uuid7;
import tools.jackson.databind.json.JsonMapper;

/** What the log is told of deeds at the console of the server, where nobody has an account. */
@Transactional
class Noted {
    private final Audit audit;
    private final Lockdown lockdown;

    Noted(Audit audit, Lockdown lockdown) {
        this.audit = audit;
        this.lockdown = lockdown;
    }

    /** A copy of everything was made. */
    void backup() {
        audit.identity(null, "server.backed-up", Map.of());
    }

    /**
     * The server was made anew: whatever ended since the backup must not live again.
     *
     * @return how many ties to identities outside were cut
     */
    int restore() {
        int cut = lockdown.all();
        audit.identity(null, "server.restored", Map.of("ties", cut));
        return cut;
    }

    @Import({AuditParts.class, LockdownParts.class, Noted.class, Uuid7.class})
    static class Parts {
        @Bean
        JsonMapper json() {
            return JsonMapper.shared();
        }
    }
}
