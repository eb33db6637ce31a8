package org.yijitong.matter.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yijitong.Mutations;
import org.yijitong.ProductTest;
import org.yijitong.yaml.Source;

/** Whatever is given for a flow is read, or said to be wrong at its line. */
@ProductTest
class FuzzedFlowsTests {
    private static final int MANY = 3000;

    @Autowired
    FlowReader reader;

    @FuzzTest(maxDuration = "10m")
    @DictionaryEntries({"flow: ", "parties: ", "begin: ", "states: ", "steps: ", "owner: ", "within: ", "to: "})
    void aFlowIsReadOrItsFaultsAreSaid(byte[] bytes) {
        Source source = new Source("小事.yaml", Source.OWN, new String(bytes, StandardCharsets.UTF_8));
        FlowReader.Read read = reader.read(source, LocalDate.of(2026, 3, 2));
        assertThat(read.flow().isPresent()).isEqualTo(read.faults().isEmpty());
        assertThat(read.faults()).allSatisfy(fault -> assertThat(fault.line()).isPositive());
    }

    @Test
    void changedFlowsAreReadOrTheirFaultsAreSaid() {
        int flows = Mutations.of(FlowReaderTests.TEXT, MANY, this::aFlowIsReadOrItsFaultsAreSaid);
        System.out.println("changed flows: " + flows + ", each read or its faults said");
    }
}
