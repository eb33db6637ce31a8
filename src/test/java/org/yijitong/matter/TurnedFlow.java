package org.yijitong.matter;

import java.time.LocalDate;

/** A flow in two versions: the second one calls a state otherwise, gives another time and lets a party look on. */
public final class TurnedFlow {
    private static final String FIRST = """
            flow: %s
            version: 1
            name: {zh-Hans: 改过的流程, en: Changed flow}
            in-force: {since: %s, until: %s}
            sources: [{regulation: 样例}]
            hosts: [organ_committee]
            parties: [{party: doer, name: {zh-Hans: 承办, en: Doer}, organizations: [branch]}]
            begin: {name: {zh-Hans: 交办, en: Assign}, choose: [doer], to: doing}
            states:
              - state: doing
                name: {zh-Hans: 办理中, en: Doing}
                owner: {posts: [secretary], of: doer}
                within: {days: 9, after: begun}
                steps:
                  - {step: report, name: {zh-Hans: 办好了, en: Done}, to: reported}
              - state: reported
                name: {zh-Hans: 待核实, en: Reported}
                owner: {posts: [deputy_secretary], of: host}
                within: {days: 4}
                steps:
                  - {step: accept, name: {zh-Hans: 核实, en: Accept}, verifies: report, to: closed}
                  - {step: sketch, name: {zh-Hans: 再想想, en: Think}, verifies: report, to: thinking}
              - state: thinking
                name: {zh-Hans: 再想, en: Thinking}
                owner: {posts: [secretary], of: doer}
                within: {days: 2}
                steps:
                  - {step: again, name: {zh-Hans: 再报, en: Again}, to: reported}
              - {state: closed, name: {zh-Hans: 办结, en: Closed}, closed: done}
            """;

    private static final String SECOND = """
            flow: %s
            version: 2
            name: {zh-Hans: 改过的流程, en: Changed flow}
            in-force: {since: %s, until: %s}
            sources: [{regulation: 样例}]
            hosts: [organ_committee]
            parties:
              - {party: doer, name: {zh-Hans: 承办, en: Doer}, organizations: [branch]}
              - {party: helper, name: {zh-Hans: 帮办, en: Helper}, organizations: [branch]}
            begin: {name: {zh-Hans: 交办, en: Assign}, choose: [doer, helper], to: carrying-out}
            states:
              - state: carrying-out
                name: {zh-Hans: 落实中, en: Carrying out}
                owner: {posts: [secretary], of: doer}
                within: {days: 20, after: begun}
                steps:
                  - {step: report, name: {zh-Hans: 办好了, en: Done}, to: reported}
              - state: reported
                name: {zh-Hans: 待核实, en: Reported}
                owner: {posts: [deputy_secretary], of: host}
                within: {days: 1, after: report}
                steps:
                  - {step: accept, name: {zh-Hans: 核实, en: Accept}, verifies: report, to: closed}
                  - {step: sketch, name: {zh-Hans: 再想想, en: Think}, verifies: report, to: thinking}
              - state: thinking
                name: {zh-Hans: 再想, en: Thinking}
                owner: {posts: [secretary], of: helper}
                within: {days: 2}
                steps:
                  - {step: again, name: {zh-Hans: 再报, en: Again}, to: reported}
              - {state: closed, name: {zh-Hans: 办结, en: Closed}, closed: done}
            """;

    private TurnedFlow() {}

    /** The document of a version, 1 or 2; in force for a few days around one. */
    public static String text(String flow, int version, LocalDate today) {
        return (version == 1 ? FIRST : SECOND).formatted(flow, today.minusDays(40), today.plusDays(2));
    }
}
