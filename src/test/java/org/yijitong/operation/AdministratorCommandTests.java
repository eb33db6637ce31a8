package org.yijitong.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A new server is given its first unit and its first administrator, by the command itself. */
@Timeout(300)
class AdministratorCommandTests {
    private static final String CODE = "([A-Z2-9]{4}-){3}[A-Z2-9]{4}";

    @TempDir
    Path folder;

    @Test
    void anEmptyServerGetsItsFirstUnitsAndWhoeverSetsThemUp() throws Exception {
        assertThat(said(2, "lin.heng", "--unit", "GW"))
                .isEqualTo("yijitong: there is no unit GW yet: give its name, too," + " with --name");
        assertThat(said(0, "lin.heng", "--unit", "GW", "--name", "省直机关工委"))
                .matches("省直机关工委: lin\\.heng signs in with the one-time code " + CODE
                        + " within 24 hours, and chooses a password");
        assertThat(said(2, "lin.heng", "--unit", "SZ", "--name", "省数字事务厅机关党委", "--below", "GW"))
                .startsWith("yijitong: the account lin.heng cannot be opened: the name is taken");
        assertThat(said(2, "zhou.lan", "--unit", "SZ")).startsWith("yijitong: there is no unit SZ yet");
        assertThat(said(0, "zhou.lan", "--unit", "SZ", "--name", "省数字事务厅机关党委", "--below", "GW"))
                .startsWith("省数字事务厅机关党委: zhou.lan signs in");
        assertThat(said(2, "zhou.lan")).startsWith("yijitong: of which unit? ./run administrator ACCOUNT");
        assertThat(said(2, "zhou.lan", "--unit", "X", "--name", "另一个"))
                .isEqualTo("yijitong: say with --below which unit stands above X");
    }

    private String said(int status, String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of("administrator"));
        all.addAll(List.of(words));
        all.addAll(List.of("--data", folder.toString()));
        Process process = ProductProcess.start(all.toArray(String[]::new)).process();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(status);
        return said.strip();
    }
}
