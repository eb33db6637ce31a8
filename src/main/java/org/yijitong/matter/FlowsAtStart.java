package org.yijitong.matter;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Language;
import org.yijitong.shared.Words;

/** Publishes the flows when the product starts, before anyone can open a page. */
@Component
class FlowsAtStart implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(FlowsAtStart.class);

    private final FlowPublications publications;
    private final Flows flows;
    private final Words words;

    FlowsAtStart(FlowPublications publications, Flows flows, MessageSource messages) {
        this.publications = publications;
        this.flows = flows;
        this.words = new Words(messages, Language.ZH_HANS);
    }

    @Override
    public void afterSingletonsInstantiated() {
        publications.refresh();
        flows.faults().forEach(fault -> LOG.warn("left out: {}: {}", fault.file(), fault.sentence(words)));
    }
}
