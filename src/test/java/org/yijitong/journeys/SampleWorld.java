package org.yijitong.journeys;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.springframework.context.ApplicationContext;
import org.yijitong.access.Accounts;
import org.yijitong.access.World;
import org.yijitong.organization.Because;
import org.yijitong.organization.Belonging;
import org.yijitong.organization.Founding;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.MemberState;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.OrganizationState;
import org.yijitong.organization.Organizations;
import org.yijitong.organization.People;
import org.yijitong.organization.PersonDetails;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Post;
import org.yijitong.organization.Posts;
import org.yijitong.organization.Reorganizations;
import org.yijitong.organization.Sphere;
import org.yijitong.organization.Units;
import org.yijitong.organization.imports.ImportId;
import org.yijitong.organization.imports.ImportRunner;
import org.yijitong.organization.imports.RosterImports;
import org.yijitong.shared.Days;
import org.yijitong.shared.Scope;

/** What the page tests look at: a department with branches, people of every kind, a merger, a roster being checked. */
final class SampleWorld {
    private static final Map<ApplicationContext, SampleWorld> MADE = new WeakHashMap<>();
    private static final int PEOPLE = 45;

    final World world;
    final World.Tree tree;
    final Scope scope;
    final OrganizationId branch;
    final PersonId person;
    final ImportId checked;
    final ImportId refused;

    private final ApplicationContext context;

    private SampleWorld(ApplicationContext context) {
        this.context = context;
        this.world = new World(context.getBean(Units.class), context.getBean(Accounts.class));
        this.tree = world.tree();
        Units.Unit unit = tree.department();
        this.scope = new Scope(Accounts.NOBODY, unit.unitId(), unit.rootId().value());
        this.branch = branch("第三党支部");
        OrganizationId fifth = branch("第五党支部");
        List<PersonId> people = people();
        this.person = people.getFirst();
        posts(people);
        context.getBean(Reorganizations.class).merge(scope, fifth, branch, Because.on(today().minusDays(200)));
        this.checked = imported(
                "花名册.csv",
                "姓名,身份证号,入党时间,所在支部,人员类别,备注2\n周晓岚,9.90104E+17,2016.12.9,三支部,正式,甲\n"
                        + "郑亦朗,,2062.5.12,第三党支部,预备,乙\n温以宁,,2012.7.1,第五党支部,正式,丙\n人一,,2001.7.1,第三党支部,正式,丁\n");
        this.refused = imported("空.csv", "甲,乙\n1,2\n");
    }

    static synchronized SampleWorld of(ApplicationContext context) {
        return MADE.computeIfAbsent(context, SampleWorld::new);
    }

    /** An address within the unit. */
    String address(String rest) {
        return "/units/" + scope.unit() + rest;
    }

    private LocalDate today() {
        return context.getBean(Days.class).today();
    }

    private OrganizationId branch(String name) {
        OrganizationState state = new OrganizationState(
                "数字厅" + name, name, OrganizationKind.BRANCH, new OrganizationId(scope.top()), 1, "岭数机党〔2021〕6 号");
        return context.getBean(Organizations.class)
                .found(scope, new Founding(null, state), Because.on(LocalDate.of(2021, 1, 4)));
    }

    private List<PersonId> people() {
        List<People.Newcomer> newcomers = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            MemberKind kind =
                    i % 9 == 8 ? MemberKind.PROBATIONARY : i % 11 == 10 ? MemberKind.ACTIVIST : MemberKind.FULL;
            List<MemberState> states = i % 7 == 6 ? List.of(MemberState.RETIRED) : List.of();
            PersonDetails details = new PersonDetails(
                    "人" + "一二三四五六七八九十".charAt(i % 10) + "甲乙丙丁戊".charAt(i / 10),
                    null,
                    "汉族",
                    null,
                    LocalDate.of(1980, 1 + i % 12, 1),
                    LocalDate.of(2005, 7, 1),
                    null,
                    null,
                    null,
                    "100-0000-0001",
                    "内线 61" + (10 + i),
                    null,
                    null);
            newcomers.add(new People.Newcomer(
                    details, Sphere.PARTY, new Belonging(branch, null, kind, states), LocalDate.of(2021, 1, 4)));
        }
        return context.getBean(People.class).addAll(scope, newcomers);
    }

    private void posts(List<PersonId> people) {
        context.getBean(Posts.class)
                .handOver(
                        scope,
                        branch,
                        List.of(
                                new Posts.Holder(Post.SECRETARY, people.get(0)),
                                new Posts.Holder(Post.ORGANIZATION_MEMBER, people.get(1)),
                                new Posts.Holder(Post.DISCIPLINE_MEMBER, people.get(2))),
                        today().minusYears(3).plusDays(56),
                        today().plusDays(56),
                        null);
    }

    private ImportId imported(String name, String csv) {
        RosterImports imports = context.getBean(RosterImports.class);
        ImportId id = imports.bring(scope, name, csv.getBytes(StandardCharsets.UTF_8), today());
        context.getBean(ImportRunner.class).check(scope, id);
        return id;
    }
}
