package org.yijitong.journeys;

import org.springframework.context.ApplicationContext;
import org.yijitong.audit.Checkpoints;
import org.yijitong.audit.LogEntries;
import org.yijitong.audit.LogFilter;

/** An entry of the log of the sample unit, signed. */
final class SampleLog {
    private SampleLog() {}

    /** The address of its page. */
    static String entry(ApplicationContext context) {
        context.getBean(Checkpoints.class).now();
        return "/log/"
                + context.getBean(LogEntries.class)
                        .list(Sample.of(context).scope(), LogFilter.ALL, null, 1)
                        .getFirst()
                        .entryId();
    }
}
