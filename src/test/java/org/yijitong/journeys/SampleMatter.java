package org.yijitong.journeys;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationContext;
import org.yijitong.matter.Act;
import org.yijitong.matter.Beginning;
import org.yijitong.matter.Board;
import org.yijitong.matter.MatterFilter;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Matters;
import org.yijitong.matter.door.Asking;
import org.yijitong.matter.door.Contact;
import org.yijitong.matter.door.DoorKind;
import org.yijitong.matter.door.Doors;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.SampleUnit;
import org.yijitong.shared.Days;

/** A problem that the third branch of the sample unit has to put right. */
final class SampleMatter {
    private static final Map<ApplicationContext, String> ONE = new ConcurrentHashMap<>();

    private SampleMatter() {}

    /** The address of the matter. */
    static String open(ApplicationContext context) {
        return ONE.computeIfAbsent(context, SampleMatter::made);
    }

    /** The address of the board it is on. */
    static String board(ApplicationContext context) {
        open(context);
        return "/units/" + Sample.of(context).unit().unitId() + "/matters";
    }

    /** The address of who raised one at the hotline. */
    static String asker(ApplicationContext context) {
        SampleUnit.Made made = Sample.of(context);
        context.getBean(Doors.class)
                .ask(new Asking(
                        DoorKind.HOTLINE,
                        made.unit().unitId(),
                        null,
                        "",
                        Map.of("what", "办事大厅中午没有人。"),
                        new Contact("柳先生", "020-5550 0134"),
                        null,
                        UUID.randomUUID().toString()));
        MatterFilter hotline = new MatterFilter(false, false, false, "hotline", null, null, "", null);
        return "/units/" + made.unit().unitId() + "/matters/"
                + context.getBean(Board.class)
                        .lines(made.scope(), hotline, 1)
                        .getFirst()
                        .matterId()
                + "/asker";
    }

    private static String made(ApplicationContext context) {
        SampleUnit.Made made = Sample.of(context);
        Matters matters = context.getBean(Matters.class);
        LocalDate day = context.getBean(Days.class).today().plusDays(6);
        OrganizationId top = new OrganizationId(made.scope().top());
        MatterId id = matters.begin(
                made.scope(),
                top,
                new Beginning(
                        "rectification",
                        "学习记录缺少讨论内容",
                        "assessment",
                        Map.of("problem", "三月、四月的支委会只写了题目，没有写讨论了什么。"),
                        Map.of()));
        matters.step(
                made.scope(),
                id,
                new Act(
                        1,
                        "assign",
                        Map.of("measures", "补写讨论内容，以后当天写好。", "due", day.toString()),
                        Map.of("responsible", made.third()),
                        "sample"));
        return "/units/" + made.unit().unitId() + "/matters/" + id;
    }
}
