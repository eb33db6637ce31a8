package org.yijitong.personal;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Notes when the product starts whether people are told something else than before. */
@Component
class NoticeAtStart implements SmartInitializingSingleton {
    private final NoticeChanges changes;

    NoticeAtStart(NoticeChanges changes) {
        this.changes = changes;
    }

    @Override
    public void afterSingletonsInstantiated() {
        changes.note();
    }
}
