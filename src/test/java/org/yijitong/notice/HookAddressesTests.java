package org.yijitong.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yijitong.shared.Invalid;

/** The server calls only what anybody could call, unless whoever runs it says otherwise. */
class HookAddressesTests {
    private final HookAddresses strict = new HookAddresses("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://localhost:8443/in",
                "https://2130706433/",
                "https://0.0.0.0/",
                "https://10.1.2.3/",
                "https://172.31.255.255/",
                "https://192.168.0.1/",
                "https://100.100.100.200/",
                "https://169.254.169.254/latest/meta-data",
                "https://224.0.0.1/",
                "https://255.255.255.255/",
                "https://[::1]/",
                "https://[::]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[fd00::1]/",
                "https://[fe80::1]/",
                "https://[64:ff9b::a00:1]/",
                "https://[2002:a00:1::]/",
                "http://8.8.8.8/"
            })
    void whatLiesInsideOrIsNotEncryptedIsNotCalled(String address) {
        assertThatThrownBy(() -> strict.asTyped(address))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.faults())
                                .hasEntrySatisfying(
                                        "address",
                                        fault -> assertThat(fault.messageKey())
                                                .isEqualTo("notice.invalid.hook.inside")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "oa.example.gov.cn",
                "ftp://8.8.8.8/",
                "file:///etc/passwd",
                "https:///in",
                "https://user:word@8.8.8.8/",
                "https://8.8.8.8/#part",
                "https://8.8.8.8:0/",
                "https://8.8.8.8:99999/",
                "https://8.8.8.8/a b",
                "https://8.8.8.8/\r\nHost: x"
            })
    void whatIsNoAddressIsSaidToBeNone(String address) {
        assertThatThrownBy(() -> strict.asTyped(address))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.faults())
                                .hasEntrySatisfying(
                                        "address",
                                        fault -> assertThat(fault.messageKey())
                                                .isEqualTo("notice.invalid.hook.address")));
    }

    @Test
    void anOpenAddressIsKeptAsItIs() {
        assertThat(strict.asTyped(" https://8.8.8.8:8443/in?a=1 ")).isEqualTo("https://8.8.8.8:8443/in?a=1");
        assertThat(strict.asTyped("https://[2400:3200::1]/")).isEqualTo("https://[2400:3200::1]/");
    }

    @Test
    void whoeverRunsTheServerLetsNetworksBeCalled() {
        HookAddresses house = new HookAddresses("10.12.0.0/16, 127.0.0.1/32");
        assertThat(house.asTyped("https://10.12.3.4/in")).isEqualTo("https://10.12.3.4/in");
        assertThat(house.asTyped("http://127.0.0.1:9000/in")).isEqualTo("http://127.0.0.1:9000/in");
        assertThatThrownBy(() -> house.asTyped("https://10.13.3.4/in")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> house.asTyped("http://10.12.3.4/in"))
                .as("only this machine without TLS")
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new HookAddresses("10.12.0.0")).isInstanceOf(IllegalArgumentException.class);
    }
}
