package org.yijitong.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yijitong.ProductTest;

@ProductTest
class SqlTests {
    enum Colour {
        RED,
        DARK_BLUE
    }

    record Row(List<Colour> colours, List<String> words) {}

    @Autowired
    Db db;

    @Test
    void anArrayIsReadAsAListOfWhatTheComponentSays() {
        Row row = db.global("SELECT ARRAY['red', 'dark_blue'] AS colours, ARRAY['one'] AS words")
                .one(Row.class);
        assertThat(row.colours()).isEqualTo(List.of(Colour.RED, Colour.DARK_BLUE));
        assertThat(row.words()).containsExactly("one");
    }
}
