package org.yijitong.matter;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yijitong.matter.FlowStore.Stored;
import org.yijitong.matter.reading.FlowReader;
import org.yijitong.yaml.DocumentFault;
import org.yijitong.yaml.Source;

/** Flows out of what was stored of them, by whichever server. */
@Component
class FlowLibrary {
    /**
     * Flows as they were read.
     *
     * @param stored how many versions were stored then; they are only added to
     * @param faults of versions that can no longer be read
     */
    record Opened(int stored, List<FlowVersion> flows, List<DocumentFault> faults) {}

    private final FlowStore store;
    private final FlowReader reader;

    FlowLibrary(FlowStore store, FlowReader reader) {
        this.store = store;
        this.reader = reader;
    }

    int stored() {
        return store.count();
    }

    Opened open() {
        List<FlowVersion> flows = new ArrayList<>();
        List<DocumentFault> faults = new ArrayList<>();
        List<Stored> all = store.all();
        all.forEach(stored -> {
            FlowReader.Read again = again(stored);
            again.flow().ifPresent(flow -> flows.add(new FlowVersion(stored.versionId(), flow)));
            faults.addAll(again.faults());
        });
        return new Opened(all.size(), flows, faults);
    }

    FlowReader.Read again(Stored stored) {
        return reader.reread(new Source(stored.flow(), stored.pack(), stored.content()), stored.publishedOn());
    }
}
