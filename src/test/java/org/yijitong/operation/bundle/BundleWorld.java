package org.yijitong.operation.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.support.TransactionTemplate;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.Attachments;
import org.yijitong.activity.Draft;
import org.yijitong.activity.Drafts;
import org.yijitong.activity.PlanDraft;
import org.yijitong.activity.Plans;
import org.yijitong.activity.RecordId;
import org.yijitong.activity.Records;
import org.yijitong.ledger.Openings;
import org.yijitong.matter.Act;
import org.yijitong.matter.Beginning;
import org.yijitong.matter.FlowPublications;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Matters;
import org.yijitong.mechanism.SampleDuties;
import org.yijitong.organization.Identities;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.People;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.charts.ChartImports;
import org.yijitong.organization.imports.ImportId;
import org.yijitong.organization.imports.ImportRunner;
import org.yijitong.organization.imports.RosterImports;
import org.yijitong.paper.FormTemplates;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.Language;
import org.yijitong.shared.Moment;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Words;

/** A unit that has some of everything a bundle holds, and bundles of it. */
public final class BundleWorld {
    public static final String NUMBER = "990701196104187019";
    static final String WAITING = "990701196205297022";
    static final String PASSPHRASE = "海内存知己，天涯若比邻";
    static final String OWN_FLOW = "sample-rectification";
    static final byte[] PDF = "%PDF-1.7 一份签字页".getBytes(StandardCharsets.UTF_8);

    private static final Map<ApplicationContext, BundleWorld> WORLDS = new HashMap<>();

    private final ApplicationContext product;
    final SampleUnit.Made made;
    private final LocalDate today;

    private BundleWorld(ApplicationContext product, SampleUnit.Made made) {
        this.product = product;
        this.made = made;
        this.today = product.getBean(Days.class).today();
    }

    /** The one of a server, made once. */
    public static synchronized BundleWorld of(ApplicationContext product) {
        BundleWorld world = WORLDS.get(product);
        if (world == null) {
            world = make(product);
            WORLDS.put(product, world);
        }
        return world;
    }

    private static BundleWorld make(ApplicationContext product) {
        duties(product);
        SampleUnit sample = product.getAutowireCapableBeanFactory().createBean(SampleUnit.class);
        LocalDate today = product.getBean(Days.class).today();
        List<SampleUnit.Made> made = new ArrayList<>();
        at(today.minusMonths(7), () -> made.add(sample.make(today)));
        BundleWorld world = new BundleWorld(product, made.getFirst());
        product.getBean(Openings.class).open(world.made.unit().unitId());
        world.records();
        world.plans();
        world.people();
        world.files();
        world.matters();
        return world;
    }

    static void duties(ApplicationContext product) {
        product.getAutowireCapableBeanFactory().createBean(SampleDuties.class).publish();
    }

    private static void at(LocalDate day, Runnable work) {
        Moment.at(day.atTime(12, 0).atZone(Days.SHANGHAI).toInstant(), new Random(System.nanoTime()), work);
    }

    private void records() {
        Records records = product.getBean(Records.class);
        Draft meeting = Drafts.of(today, ActivityKind.COMMITTEE_MEETING, ActivityKind.LESSON);
        RecordId kept = records.record(made.branch(), made.third(), Drafts.without(meeting, made.person("周晓岚")));
        Draft full = new Draft(
                meeting.occasion(),
                new Draft.Sides(List.of(), List.of(new Draft.Guest(made.above().unitId(), "岭海省直机关工委"))),
                meeting.attendance(),
                new Draft.Content(
                        List.of(new Draft.Item("学习全会精神", true), new Draft.Item("讨论“\\”与\"引号\"", false)),
                        Drafts.MINUTES,
                        List.of(new Draft.Decision("拿出接口清单", made.person("沈南乔"), today.plusDays(20)))),
                new Draft.Further(Draft.Lecturer.SECRETARY, new BigDecimal("1.5"), null));
        records.correct(made.branch(), kept, 1, full, "补上定下的事");
        RecordId gone = records.record(made.branch(), made.third(), Drafts.of(today, ActivityKind.THEME_DAY));
        records.withdraw(made.branch(), gone, 1, "重复了");
        attach(kept);
    }

    private void attach(RecordId kept) {
        Attachments attachments = product.getBean(Attachments.class);
        attachments.attach(made.branch(), kept, "签字页.pdf", PDF);
        attachments.remove(made.branch(), kept, attachments.attach(made.branch(), kept, "同一份.pdf", PDF));
    }

    private void plans() {
        LocalDate day = today.plusDays(3);
        Plans plans = product.getBean(Plans.class);
        var plan = plans.plan(
                made.branch(),
                made.third(),
                new PlanDraft(
                        Set.of(ActivityKind.GENERAL_MEETING),
                        new PlanDraft.When(day, LocalTime.of(15, 0), null),
                        "第三会议室",
                        "学习全会精神",
                        List.of("讨论发展对象"),
                        day.plusMonths(2)));
        plans.leave(made.branch(), plan, made.person("周晓岚"), Draft.Cause.JOURNEY, "去广州开会");
    }

    private void people() {
        product.getBean(Identities.class).keep(made.scope(), made.person("林若川"), NUMBER);
        // Joined with an entry that came later: rows of one table that point at rows further on.
        product.getBean(People.class).merge(made.scope(), made.person("江未晚"), made.person("祁望舒"), "同一个人");
        holds(UUID.randomUUID(), "林若川");
    }

    private void holds(UUID account, String person) {
        Db db = product.getBean(Db.class);
        product.getBean(TransactionTemplate.class)
                .executeWithoutResult(_ -> db.in(made.unit().unitId(), """
                        INSERT INTO access.holders (unit_id, account_id, recorded_at, person_id, said_by)
                        VALUES (:unit, :account, now(), :person, gen_random_uuid())
                        """)
                        .bind("account", account)
                        .bind("person", made.person(person))
                        .run());
    }

    private void files() {
        RosterImports imports = product.getBean(RosterImports.class);
        ImportId waiting = imports.bring(
                made.scope(),
                "花名册.csv",
                ("姓名,身份证号,入党时间,所在支部,人员类别\n温以宁," + WAITING + ",2012.7.1,第三党支部,正式党员\n").getBytes(StandardCharsets.UTF_8),
                today);
        product.getBean(ImportRunner.class).check(made.scope(), waiting);
        product.getBean(ChartImports.class)
                .bring(
                        made.scope(),
                        "组织架构表.csv",
                        "组织代码,党组织名称,组织类别\nD-2,第二党支部,联合党支部\n".getBytes(StandardCharsets.UTF_8),
                        today);
        FormTemplates templates = product.getBean(FormTemplates.class);
        Words words = new Words(product, Language.ZH_HANS);
        templates.put(made.scope(), "minutes", "我们的.docx", templates.file(made.scope(), "minutes", words));
    }

    /** One to be assigned, one that somebody works on, one closed and looked back at, one under a flow of its own. */
    private void matters() {
        flows(product);
        Scope secretary =
                new Scope(UUID.randomUUID(), made.scope().unit(), made.third().value());
        holds(secretary.account(), "林若川");
        begun("学习记录不全", "rectification");
        MatterId closed = assigned("台账缺三月", "rectification");
        act(secretary, closed, "report", Map.of("result", "补齐了"), Map.of());
        act(made.scope(), closed, "accept", Map.of("verified", "看了台账"), Map.of());
        assigned("党费\"迟交\"", "rectification");
        assigned("自己的流程", OWN_FLOW);
    }

    private MatterId begun(String title, String flow) {
        return product.getBean(Matters.class)
                .begin(
                        made.scope(),
                        new OrganizationId(made.scope().top()),
                        new Beginning(flow, title, "assessment", Map.of("problem", "三月少一次"), Map.of()));
    }

    private MatterId assigned(String title, String flow) {
        MatterId id = begun(title, flow);
        String due = today.plusDays(9).toString();
        act(made.scope(), id, "assign", Map.of("measures", "补学", "due", due), Map.of("responsible", made.third()));
        return id;
    }

    private void act(
            Scope scope, MatterId id, String step, Map<String, String> answers, Map<String, OrganizationId> parties) {
        Matters matters = product.getBean(Matters.class);
        int revision = matters.find(scope, id).revision();
        matters.step(
                scope,
                id,
                new Act(revision, step, answers, parties, UUID.randomUUID().toString()));
    }

    /** A flow that ships with no release: the one for problems under another name. */
    static void flows(ApplicationContext product) {
        try (var shipped = new ClassPathResource("flows/guangdong/rectification.yaml").getInputStream()) {
            String text = new String(shipped.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("flow: rectification", "flow: " + OWN_FLOW);
            product.getBean(FlowPublications.class).publish(OWN_FLOW + ".yaml", text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A bundle of it. */
    Path pack(Path folder, @Nullable String passphrase) {
        return pack(folder, made.unit().code(), passphrase);
    }

    /** A bundle of a unit of that server. */
    Path pack(Path folder, String code, @Nullable String passphrase) {
        Path file = folder.resolve(UUID.randomUUID() + ".zip");
        try (var out = Files.newOutputStream(file)) {
            product.getBean(Bundles.class).pack(code, passphrase, out, _ -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
