package org.yijitong.journeys;

import org.springframework.context.ApplicationContext;
import org.yijitong.mechanism.Publications;

/** A mechanism that the page tests read, with everything a page can show of one. */
final class SampleMechanism {
    private static final String TEXT = """
            mechanism: reading-across
            version: 1
            name: {zh-Hans: 跨部门读书会, zh-Hant: 跨部門讀書會, en: Reading across departments}
            in-force: {since: 2025-01-01, until: 2028-12-31, published: 2025-01-01}
            sources: [{regulation: 示例单位学习办法, article: 第三条}]
            duties:
              - duty: reading
                name: {zh-Hans: 跨部门读书会, zh-Hant: 跨部門讀書會, en: Reading across departments}
                basis: {regulation: 示例单位学习办法, article: 第三条}
                owed-by: {organizations: [branch, joint_branch, youth_group], members: {least: 3, most: 60}}
                every: half-year
                need: 1
                counts: {fact: probe, where: [{field: tags, one-of: [one, two]}, {field: size, min: 3}]}
                grace: {working-days: 5}
                excuses: [not_applicable, merged]
                advice: {zh-Hans: 约一个别的支部一起办。, zh-Hant: 約一個別的支部一起辦。, en: Invite another branch.}
                proposal: {zh-Hans: 每半年一次是建议。, zh-Hant: 每半年一次是建議。, en: Half-yearly is a proposal.}
            """;

    private SampleMechanism() {}

    /** The address of its page. */
    static String page(ApplicationContext context) {
        context.getBean(Publications.class).publish("示例.yaml", TEXT);
        return "/mechanisms/reading-across";
    }
}
