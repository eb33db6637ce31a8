package org.yijitong.access;

import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.AccountNames;
import org.yijitong.shared.Oneself;

/** What the holders of accounts are called, and who of the roster they are, for other modules. */
@Configuration(proxyBeanMethods = false)
class HolderNames {
    @Bean
    AccountNames accountNames(AccountStore store) {
        return accounts -> store.names(accounts).stream()
                .collect(Collectors.toMap(AccountStore.Named::accountId, AccountStore.Named::displayName));
    }

    @Bean
    Oneself oneself(Holders holders) {
        return scope -> holders.self(scope).map(PersonId::value);
    }
}
