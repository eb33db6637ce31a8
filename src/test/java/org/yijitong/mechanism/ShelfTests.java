package org.yijitong.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yijitong.ProductTest;
import org.yijitong.mechanism.MechanismStore.Version;
import org.yijitong.mechanism.reading.DocumentReader;
import org.yijitong.yaml.DocumentFault;
import org.yijitong.yaml.Source;

/** Whose documents may stop a start, and whose are only left out. */
@ProductTest
class ShelfTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    @Autowired
    DocumentReader reader;

    @Test
    void aFaultOfAShippedDocumentIsGraveAndThatOfAUserIsNot() {
        Shelf shelf = new Shelf(reader, List.of());
        shelf.put(new Source("a", "statutory", "x"), DAY);
        shelf.put(new Source("b", Source.OWN, "x"), DAY);
        assertThat(shelf.grave()).extracting(DocumentFault::file).containsOnly("a");
        assertThat(shelf.faults()).extracting(DocumentFault::file).containsOnly("b");
    }

    @Test
    void aShippedDocumentThatDiffersFromItsPublishedVersionIsGrave() {
        Shelf shelf = new Shelf(reader, List.of(stored("statutory")));
        shelf.put(new Source("a", "statutory", PublicationsTests.TEXT.replace("need: 2", "need: 3")), DAY);
        assertThat(shelf.grave()).extracting(DocumentFault::messageKey).containsExactly("yaml.fault.changed");
    }

    /** An upgrade must not be stopped by what a user published under the same name before. */
    @Test
    void aUsersVersionComesBeforeAShippedOneOfTheSameNumber() {
        Shelf shelf = new Shelf(reader, List.of(stored(Source.OWN)));
        shelf.put(new Source("a", "statutory", PublicationsTests.TEXT.replace("need: 2", "need: 3")), DAY);
        assertThat(shelf.grave()).isEmpty();
        assertThat(shelf.faults()).hasSize(1);
        assertThat(shelf.fresh()).isEmpty();
    }

    @Test
    void twoFilesWithTheSameVersionMustSayTheSame() {
        Shelf shelf = new Shelf(reader, List.of());
        shelf.put(new Source("a", "statutory", PublicationsTests.TEXT), DAY);
        shelf.put(new Source("b", Source.OWN, "# 抄一份\n" + PublicationsTests.TEXT), DAY);
        assertThat(shelf.faults()).isEmpty();
        shelf.put(new Source("c", Source.OWN, PublicationsTests.TEXT.replace("need: 2", "need: 3")), DAY);
        assertThat(shelf.faults()).extracting(DocumentFault::messageKey).containsExactly("mechanism.fault.again");
        assertThat(shelf.fresh()).hasSize(1);
    }

    private static Version stored(String pack) {
        return new Version(
                UUID.randomUUID(), "reading-club", 1, pack, DAY, DAY, DAY, Instant.EPOCH, PublicationsTests.TEXT);
    }
}
