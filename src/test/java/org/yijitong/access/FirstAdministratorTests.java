package org.yijitong.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.ProductTest;
import org.yijitong.organization.SampleUnit;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;

@ProductTest
@Transactional
class FirstAdministratorTests {
    private static final SignIn.Visitor VISITOR = new SignIn.Visitor("127.0.0.1", "", "");

    @Autowired
    FirstAdministrator first;

    @Autowired
    SignIn signIn;

    @Autowired
    AccountStore accounts;

    @Autowired
    Passwords passwords;

    @Autowired
    AutowireCapableBeanFactory factory;

    @Autowired
    Days days;

    @Autowired
    JdbcClient jdbc;

    private SampleUnit.Made made;

    @BeforeEach
    void unit() {
        made = factory.createBean(SampleUnit.class).make(days.today());
    }

    private java.util.Optional<String> open(String name) {
        return first.open(made.unit().unitId(), made.unit().rootId().value(), name);
    }

    private UUID account(String name) {
        return accounts.credential(SignIn.key(name)).orElseThrow().accountId();
    }

    @Test
    void theCodeLetsInOnceAndTheNextOneMakesTheFirstUseless() {
        String lost = open("kaiban.one").orElseThrow();
        String code = open("Kaiban.One").orElseThrow();
        assertThat(signIn.attempt("kaiban.one", lost, VISITOR)).isEmpty();
        assertThat(signIn.attempt("kaiban.one", code, VISITOR)).isPresent();
        assertThat(signIn.attempt("kaiban.one", code, VISITOR)).isEmpty();
        assertThat(jdbc.sql("SELECT role FROM access.grants WHERE account_id = ?")
                        .param(account("kaiban.one"))
                        .query(String.class)
                        .list())
                .containsExactly("administrator");
    }

    @Test
    void whereSomebodyCanLetOthersInTheConsoleLetsNobodyIn() {
        assertThat(open("kaiban.two")).isPresent();
        accounts.setPassword(account("kaiban.two"), passwords.hash("一条大河波浪宽风吹稻花"));
        assertThat(open("kaiban.two")).isEmpty();
        assertThat(open("kaiban.three")).isEmpty();
        assertThat(accounts.credential("kaiban.three")).isEmpty();
        accounts.setDisabled(made.unit().unitId(), account("kaiban.two"), java.time.Instant.EPOCH);
        assertThat(open("kaiban.three"))
                .as("whoever is suspended helps nobody in")
                .isPresent();
    }

    @Test
    void theNameOfAnotherAccountIsNotTakenOver() {
        assertThat(open("kaiban.four")).isPresent();
        SampleUnit.Made other = factory.createBean(SampleUnit.class).make(days.today());
        assertThatThrownBy(() ->
                        first.open(other.unit().unitId(), other.unit().rootId().value(), "kaiban.four"))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> open("<b>")).isInstanceOf(Invalid.class);
    }
}
