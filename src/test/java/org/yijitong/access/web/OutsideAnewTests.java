package org.yijitong.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;
import org.yijitong.access.IdentityTies;
import org.yijitong.access.Lockdown;
import org.yijitong.access.ProviderVisit;
import org.yijitong.access.World;

/** An identity is tied by whoever signed in for that, and by nobody who was there before; and a restore unties all. */
class OutsideAnewTests extends OutsideTest {
    @Autowired
    IdentityTies ties;

    @Autowired
    Lockdown lockdown;

    @Autowired
    TransactionOperations transaction;

    private static void signedInAt(Instant when) {
        PROVIDER.say(context -> context.getClaims().claim("auth_time", when.getEpochSecond()));
    }

    @Test
    void whoeverWasSignedInThereBeforeIsNotTied() {
        String subject = world.name("subject");
        signedInAt(Instant.now().minusSeconds(3600));
        MvcTestResult answer = connect(officer, subject);
        refused(answer, "stale");
        assertThat(page(officer.get(location(answer))).text()).contains("市认证平台没有让你重新登录", "可能是别人的");
        PROVIDER.say(context -> context.getClaims().claims(each -> each.remove("auth_time")));
        refused(connect(officer, subject), "stale");
        assertThat(ties.of(account)).isEmpty();
        PROVIDER.beHonest();
        assertThat(location(connect(officer, subject))).isEqualTo("/account/identity");
        assertThat(ties.of(account)).isPresent();
    }

    @Test
    void whoTookSomeMinutesToSignInThereIsTied() {
        MvcTestResult confirmed = officer.post("/account/identity", "password", World.PASSWORD);
        signedInAt(Instant.now().minusSeconds(400));
        URI back = new ProviderVisit().signIn(page(confirmed).select("a.main").attr("href"), world.name("subject"));
        clock.move(Duration.ofMinutes(8));
        assertThat(location(back(officer, back))).isEqualTo("/account/identity");
    }

    @Test
    void toSignInASessionThereIsEnough() {
        String subject = world.name("subject");
        connect(officer, subject);
        signedInAt(Instant.now().minusSeconds(36_000));
        assertThat(location(signIn(new Browser(mvc), subject))).isEqualTo("/");
    }

    /** As one that was cut since the backup would: its identity opens nothing, and the password goes on working. */
    @Test
    void afterARestoreNoIdentityOpensAnAccountUntilItIsTiedAnew() {
        String subject = world.name("subject");
        connect(officer, subject);
        int cut = transaction.execute(status -> lockdown.all());
        assertThat(cut).isPositive();
        assertThat(in(officer)).as("its sessions end").isFalse();
        Browser other = new Browser(mvc);
        refused(signIn(other, subject), "unknown");
        assertThat(location(officer.signIn(name))).isEqualTo("/");
        refused(signIn(other, subject), "unknown");
        assertThat(location(connect(officer, subject))).isEqualTo("/account/identity");
        assertThat(location(signIn(other, subject))).isEqualTo("/");
    }
}
