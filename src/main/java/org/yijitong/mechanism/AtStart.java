package org.yijitong.mechanism;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Language;
import org.yijitong.shared.Words;

/** Publishes the documents when the product starts, before anyone can open a page. */
@Component
class AtStart implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(AtStart.class);

    private final Publications publications;
    private final Mechanisms mechanisms;
    private final Words words;

    AtStart(Publications publications, Mechanisms mechanisms, MessageSource messages) {
        this.publications = publications;
        this.mechanisms = mechanisms;
        this.words = new Words(messages, Language.ZH_HANS);
    }

    @Override
    public void afterSingletonsInstantiated() {
        publications.refresh();
        mechanisms.faults().forEach(fault -> LOG.warn("left out: {}: {}", fault.file(), fault.sentence(words)));
    }
}
