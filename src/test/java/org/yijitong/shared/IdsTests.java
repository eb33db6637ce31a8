package org.yijitong.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One thing has one address, and a list goes on where it stopped. */
class IdsTests {
    private static final UUID ID = UUID.fromString("019ac000-0000-7000-8000-00000000000a");

    @Test
    void anIdIsReadInOneWayOnly() {
        assertThat(Ids.read(ID.toString())).contains(ID);
        for (String other :
                new String[] {"", "1-1-1-1-1", ID.toString().toUpperCase(java.util.Locale.ROOT), " " + ID}) {
            assertThat(Ids.read(other)).as(other).isEmpty();
            assertThatThrownBy(() -> Ids.inAddress(other)).isInstanceOf(NotFound.class);
        }
    }

    @Test
    void aCursorReadsWhatItWrote() {
        Cursor cursor = new Cursor(LocalDate.of(2026, 11, 28), ID);
        assertThat(Cursor.read(cursor.toString())).contains(cursor);
        for (String other : new String[] {"", "2026-11-28", "2026-02-30_" + ID, "2026-11-28_1-1-1-1-1"}) {
            assertThat(Cursor.read(other)).as(other).isEmpty();
        }
    }
}
