package org.yijitong.mechanism.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.yijitong.Mutations;

/** Whatever is given for the document of a mechanism is read, or said to be wrong at its line. */
class FuzzedDocumentsTests {
    private static final int MANY = 3000;

    @FuzzTest(maxDuration = "10m")
    @DictionaryEntries({
        "mechanism: ",
        "version: ",
        "name: ",
        "in-force: ",
        "sources: ",
        "duties: ",
        "owed-by: ",
        "every: "
    })
    void aDocumentIsReadOrItsFaultsAreSaid(byte[] bytes) {
        DocumentReader.Read read = Sample.read(new String(bytes, StandardCharsets.UTF_8));
        assertThat(read.document().isPresent()).isEqualTo(read.faults().isEmpty());
        assertThat(read.faults()).allSatisfy(fault -> assertThat(fault.line()).isPositive());
    }

    @Test
    void changedDocumentsAreReadOrTheirFaultsAreSaid() {
        int documents = Mutations.of(Sample.TEXT, MANY, this::aDocumentIsReadOrItsFaultsAreSaid);
        System.out.println("changed documents: " + documents + ", each read or its faults said");
    }
}
