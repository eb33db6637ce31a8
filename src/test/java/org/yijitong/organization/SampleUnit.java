package org.yijitong.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.yijitong.organization.People.Newcomer;
import org.yijitong.organization.Posts.Holder;
import org.yijitong.organization.Units.Unit;
import org.yijitong.shared.Days;
import org.yijitong.shared.Scope;

/**
 * Makes the fictional unit that the tests of pages look at: 省数字事务厅机关党委 below a working committee, with three
 * branches, one of them with a vacancy, a correction, a merger and a term that ends soon.
 */
@TestComponent
public class SampleUnit {
    private static final LocalDate OLD = LocalDate.of(2003, 9, 16);

    @Autowired
    Units units;

    @Autowired
    Organizations organizations;

    @Autowired
    Reorganizations reorganizations;

    @Autowired
    People people;

    @Autowired
    Posts posts;

    @Autowired
    Days days;

    /** What was made. */
    public record Made(
            Unit above,
            Unit unit,
            Scope scope,
            OrganizationId third,
            OrganizationId other,
            OrganizationId small,
            OrganizationId office,
            Map<String, PersonId> people) {
        public PersonId person(String name) {
            return of(people, name);
        }

        /** The scope of someone who works for one branch only. */
        public Scope branch() {
            return new Scope(scope.account(), scope.unit(), third.value());
        }
    }

    /** Makes everything anew, in units of its own. */
    public Made make() {
        return make(days.today());
    }

    /** The same, with terms and vacancies as seen from a day. */
    public Made make(LocalDate seen) {
        String code = UUID.randomUUID().toString().substring(0, 8);
        UUID account = UUID.randomUUID();
        Unit above = units.found(
                account,
                "W" + code,
                null,
                top("岭海省直机关工委", OrganizationKind.WORKING_COMMITTEE),
                Because.on(OLD.minusYears(5)));
        Unit unit = units.found(
                account,
                "D" + code,
                above.unitId(),
                top("省数字事务厅机关党委", OrganizationKind.ORGAN_COMMITTEE),
                Because.on(OLD.minusYears(3)));
        Scope scope = new Scope(account, unit.unitId(), unit.rootId().value());
        OrganizationId top = unit.rootId();
        OrganizationId third = found(scope, "信息中心党支部", OrganizationKind.BRANCH, top, OLD, "岭数机党〔2003〕6 号");
        OrganizationId other = found(scope, "第一党支部", OrganizationKind.BRANCH, top, OLD, null);
        OrganizationId small = found(scope, "第二党支部", OrganizationKind.BRANCH, top, OLD, null);
        organizations.rename(scope, third, "省数字事务厅机关第三党支部", "第三党支部", Because.on(LocalDate.of(2019, 4, 10)));
        organizations.correct(
                scope,
                third,
                OLD,
                OLD,
                new OrganizationState("信息中心党支部", null, OrganizationKind.BRANCH, top, 0, "岭数机党〔2003〕9 号"),
                "批复文号录错");
        OrganizationId office = office(scope, top);
        return new Made(
                above, unit, scope, third, other, small, office, staff(scope, third, other, small, office, seen));
    }

    private OrganizationId office(Scope scope, OrganizationId top) {
        OrganizationId department = found(scope, "省数字事务厅", OrganizationKind.DEPARTMENT, top, OLD, null);
        return found(scope, "数据资源处", OrganizationKind.OFFICE, department, OLD, null);
    }

    private Map<String, PersonId> staff(
            Scope scope,
            OrganizationId third,
            OrganizationId other,
            OrganizationId small,
            OrganizationId office,
            LocalDate seen) {
        OrganizationId group = found(scope, "第一党小组", OrganizationKind.GROUP, third, OLD, null);
        List<Newcomer> newcomers = new ArrayList<>();
        List<String> names = List.of("林若川", "陆知行", "沈南乔", "唐予安", "顾明川", "周晓岚", "祁望舒", "韩砚秋");
        names.forEach(name -> newcomers.add(member(name, third, group, MemberKind.FULL)));
        newcomers.add(member("郑亦朗", third, group, MemberKind.PROBATIONARY));
        newcomers.add(member("贺知微", third, null, MemberKind.ACTIVIST));
        newcomers.add(member("叶疏桐", other, null, MemberKind.FULL));
        newcomers.add(member("乔牧野", other, null, MemberKind.FULL));
        newcomers.add(member("苏见微", other, null, MemberKind.FULL));
        newcomers.add(member("江未晚", small, null, MemberKind.FULL));
        List<PersonId> ids = people.addAll(scope, newcomers);
        Map<String, PersonId> made = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            made.put(newcomers.get(i).details().name(), ids.get(i));
        }
        people.place(
                scope,
                ids.getFirst(),
                Sphere.ADMINISTRATIVE,
                new Belonging(office, null, MemberKind.FULL, List.of()),
                OLD);
        elect(scope, third, other, made, seen);
        return made;
    }

    private void elect(
            Scope scope, OrganizationId third, OrganizationId other, Map<String, PersonId> made, LocalDate seen) {
        LocalDate due = seen.plusDays(56);
        LocalDate begins = due.minusYears(3).plusDays(1);
        posts.handOver(
                scope,
                third,
                List.of(
                        new Holder(Post.SECRETARY, of(made, "林若川")),
                        new Holder(Post.DEPUTY_SECRETARY, of(made, "陆知行")),
                        new Holder(Post.ORGANIZATION_MEMBER, of(made, "陆知行")),
                        new Holder(Post.DISCIPLINE_MEMBER, of(made, "沈南乔")),
                        new Holder(Post.PUBLICITY_MEMBER, of(made, "唐予安"))),
                begins,
                due,
                "支部党员大会");
        posts.appoint(scope, third, new Holder(Post.YOUTH_MEMBER, of(made, "顾明川")), false, begins.plusYears(1), due);
        posts.relieve(scope, third, new Holder(Post.PUBLICITY_MEMBER, of(made, "唐予安")), seen.minusDays(42));
        posts.handOver(
                scope,
                other,
                List.of(new Holder(Post.SECRETARY, of(made, "叶疏桐"))),
                seen.minusYears(1),
                seen.plusYears(2),
                null);
    }

    private static PersonId of(Map<String, PersonId> made, String name) {
        return java.util.Objects.requireNonNull(made.get(name));
    }

    private static Newcomer member(
            String name,
            OrganizationId branch,
            @org.jspecify.annotations.Nullable OrganizationId group,
            MemberKind kind) {
        PersonDetails details =
                new PersonDetails(name, null, null, null, null, null, null, null, null, null, "6103", null, null);
        return new Newcomer(
                details, Sphere.PARTY, new Belonging(branch, group, kind, List.of()), LocalDate.of(2010, 1, 1));
    }

    private OrganizationId found(
            Scope scope,
            String name,
            OrganizationKind kind,
            OrganizationId superior,
            LocalDate on,
            @org.jspecify.annotations.Nullable String approval) {
        return organizations.found(
                scope,
                new Founding(null, new OrganizationState(name, null, kind, superior, 0, approval)),
                Because.on(on));
    }

    private static OrganizationState top(String name, OrganizationKind kind) {
        return new OrganizationState(name, null, kind, null, 0, null);
    }
}
