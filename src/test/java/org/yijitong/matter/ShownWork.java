package org.yijitong.matter;

import java.time.LocalDate;
import java.util.List;
import org.yijitong.yaml.DocumentFault;

/** A flow that asks for evidence of every kind. */
public final class ShownWork {
    private ShownWork() {}

    /** Publishes it; again, it changes nothing. */
    public static List<DocumentFault> publish(FlowPublications publications, LocalDate today) {
        LocalDate year = today.withDayOfYear(1);
        return publications.publish("shown-work.yaml", """
            flow: shown-work
            version: 1
            name: {zh-Hans: 要佐证的事, en: Work that is shown}
            in-force: {since: %s, until: %s}
            sources: [{regulation: 样例}]
            hosts: [organ_committee]
            parties: [{party: doer, name: {zh-Hans: 承办, en: Doer}, organizations: [branch]}]
            counts-for: doer
            begin: {name: {zh-Hans: 交办, en: Assign}, choose: [doer], to: doing}
            states:
              - state: doing
                name: {zh-Hans: 办理中, en: Doing}
                owner: {posts: [secretary], of: doer}
                within: {days: 9}
                steps:
                  - step: report
                    name: {zh-Hans: 办好了, en: Done}
                    evidence:
                      - {field: result, name: {zh-Hans: 办了什么, en: Result}}
                      - {field: spent, name: {zh-Hans: 花了多少, en: Spent}, type: number, unit: {zh-Hans: 元, en: yuan}}
                      - {field: scan, name: {zh-Hans: 签字页, en: Signed page}, type: file}
                      - {field: met, name: {zh-Hans: 在哪次会上通报, en: Told at}, type: record}
                    to: reported
              - state: reported
                name: {zh-Hans: 待核实, en: Reported}
                owner: {posts: [deputy_secretary], of: host}
                within: {working-days: 3}
                steps:
                  - {step: accept, name: {zh-Hans: 核实, en: Accept}, verifies: report, to: closed}
              - {state: closed, name: {zh-Hans: 办结, en: Closed}, closed: done}
            """.formatted(year, year.plusYears(3)));
    }
}
