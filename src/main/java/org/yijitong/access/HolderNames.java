package org.yijitong.access;

import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yijitong.shared.AccountNames;

/** What the holders of accounts are called, for the histories of other modules. */
@Configuration(proxyBeanMethods = false)
class HolderNames {
    @Bean
    AccountNames accountNames(AccountStore store) {
        return accounts -> store.names(accounts).stream()
                .collect(Collectors.toMap(AccountStore.Named::accountId, AccountStore.Named::displayName));
    }
}
