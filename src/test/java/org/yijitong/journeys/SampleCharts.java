package org.yijitong.journeys;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationContext;
import org.yijitong.organization.charts.ChartId;
import org.yijitong.organization.charts.ChartImports;
import org.yijitong.shared.Days;
import org.yijitong.shared.Scope;

/** Workbooks of organizations brought into the sample unit: one with faults, one that is fine, one put away. */
final class SampleCharts {
    private static final Map<ApplicationContext, String> FAULTY = new ConcurrentHashMap<>();
    private static final Map<ApplicationContext, String> FINE = new ConcurrentHashMap<>();
    private static final Map<ApplicationContext, String> CANCELLED = new ConcurrentHashMap<>();
    private static final String HEADER = "序号,组织代码,党组织名称,简称,组织类别,上级党组织,成立日期,批准文号\n";
    private static final String CHANGES = HEADER + """
            1,D-1,第一党支部,,党支部,离退休干部党总支,2003.9.16,
            2,D-2,第二党支部,二支部,联合党支部,,,岭数机党〔2026〕11 号
            3,D-9,离退休干部党总支,离退休总支,党总支,省数字事务厅机关党委,2026年3月1日,岭数机党〔2026〕10 号
            4,D-10,离退休第一党支部,,党支部,D-9,2026/3/5,
            5,,信息中心党支部,,党支部,省数字事务厅机关党委,,
            """;
    private static final String FAULTS = CHANGES + """
            6,D_11,新支部,,党支部,D-9,2026.3.5,
            7,D-12,大数据中心党支部,,兴趣小组,数据中心党总支,26.3.5,
            8,D-12,信创党支部,,党支部,数据资源处,2062.3.5,
            """;

    private SampleCharts() {}

    static String list(ApplicationContext context) {
        return "/units/" + Sample.of(context).unit().unitId() + "/charts";
    }

    static String export(ApplicationContext context) {
        return Sample.tree(context) + "/export";
    }

    static String faulty(ApplicationContext context) {
        return FAULTY.computeIfAbsent(context, each -> brought(each, FAULTS));
    }

    static String fine(ApplicationContext context) {
        return FINE.computeIfAbsent(context, each -> brought(each, CHANGES));
    }

    static String changed(ApplicationContext context) {
        return fine(context) + "?show=changed";
    }

    static String cancelled(ApplicationContext context) {
        return CANCELLED.computeIfAbsent(context, each -> {
            String address = brought(each, CHANGES);
            each.getBean(ChartImports.class)
                    .cancel(
                            Sample.of(each).scope(),
                            new ChartId(java.util.UUID.fromString(address.replaceAll(".*/", ""))));
            return address;
        });
    }

    private static String brought(ApplicationContext context, String csv) {
        Scope scope = Sample.of(context).scope();
        ChartId id = context.getBean(ChartImports.class)
                .bring(
                        scope,
                        "组织架构表.csv",
                        csv.getBytes(StandardCharsets.UTF_8),
                        context.getBean(Days.class).today());
        return list(context) + "/" + id;
    }
}
