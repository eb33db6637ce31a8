package org.yijitong.journeys;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationContext;
import org.yijitong.organization.imports.ImportId;
import org.yijitong.organization.imports.ImportRunner;
import org.yijitong.organization.imports.RosterImports;
import org.yijitong.shared.Days;
import org.yijitong.shared.Scope;

/** Rosters brought into the sample unit: one that was checked and has every kind of row, one that cannot be read. */
final class SampleImports {
    private static final Map<ApplicationContext, String> CHECKED = new ConcurrentHashMap<>();
    private static final Map<ApplicationContext, String> REFUSED = new ConcurrentHashMap<>();
    private static final String ROSTER = """
            姓名,身份证号,入党时间,所在支部,人员类别,备注2
            周晓岚,9.90104E+17,2016.12.9,三支部,正式,甲
            郑亦朗,,2062.5.12,第三党支部,预备,乙
            温以宁,,2012.7.1,第三党支部,正式,丙
            白露寒,,1984.7,后勤支部,正式,丁
            """;

    private SampleImports() {}

    static String list(ApplicationContext context) {
        return "/units/" + Sample.of(context).unit().unitId() + "/imports";
    }

    static String checked(ApplicationContext context) {
        return CHECKED.computeIfAbsent(context, each -> brought(each, ROSTER));
    }

    static String refused(ApplicationContext context) {
        return REFUSED.computeIfAbsent(context, each -> brought(each, "甲,乙\n1,2\n"));
    }

    private static String brought(ApplicationContext context, String csv) {
        Scope scope = Sample.of(context).scope();
        RosterImports imports = context.getBean(RosterImports.class);
        ImportId id = imports.bring(
                scope,
                "花名册.csv",
                csv.getBytes(StandardCharsets.UTF_8),
                context.getBean(Days.class).today());
        context.getBean(ImportRunner.class).check(scope, id);
        return list(context) + "/" + id;
    }
}
