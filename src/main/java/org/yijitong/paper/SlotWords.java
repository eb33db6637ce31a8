package org.yijitong.paper;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.matter.AnswerInWords;
import org.yijitong.matter.Flow;
import org.yijitong.matter.FlowPaper;
import org.yijitong.matter.FlowPaper.Slot;
import org.yijitong.matter.Matter;
import org.yijitong.matter.MatterPiles.Whole;
import org.yijitong.organization.Identities;
import org.yijitong.organization.Life;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.PersonDetails;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Persons;
import org.yijitong.organization.Sphere;
import org.yijitong.shared.Days;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Words;

/** What stands in the slots of a paper of a flow: from the answers of its matter, and from the roster. */
@Component
class SlotWords {
    private final Persons persons;
    private final Identities identities;
    private final Days days;

    SlotWords(Persons persons, Identities identities, Days days) {
        this.persons = persons;
        this.identities = identities;
        this.days = days;
    }

    /**
     * By what is written between the braces; what is not known is left blank.
     *
     * @param because why the whole identity number is to stand there, which the log keeps; null to hide most of it
     */
    Map<String, String> of(Scope scope, PrintedPaper printed, Whole whole, @Nullable String because, Words words) {
        Told told = new Told(printed, whole, words);
        Map<String, String> said = new HashMap<>();
        printed.paper()
                .slots()
                .forEach(slot -> said.put(slot.written(), slot.trait().isEmpty() ? told.plain(slot) : ""));
        PersonId person = told.person();
        if (person != null && persons.reached(scope, List.of(person)).contains(person)) {
            somebody(scope, person, told, because)
                    .forEach((trait, value) -> printed.paper()
                            .people()
                            .forEach(field -> said.replace(new Slot(field, trait).written(), value)));
        }
        said.values().removeIf(String::isBlank);
        return said;
    }

    private Map<String, String> somebody(Scope scope, PersonId person, Told told, @Nullable String because) {
        PersonDetails details = persons.find(scope, person).details();
        Life life = persons.life(scope, person);
        Words words = told.words();
        Optional<String> number = because == null || !told.printed().paper().tells(FlowPaper.Trait.IDENTITY)
                ? Optional.ofNullable(identities.masked(scope, List.of(person)).get(person))
                : identities.reveal(scope, person, because);
        MemberKind kind = life.at(Sphere.PARTY, days.today())
                .or(life::last)
                .map(Life.Stay::kind)
                .orElse(MemberKind.NONE);
        Map<String, String> traits = new HashMap<>();
        traits.put("name", details.name());
        traits.put("sex", details.sex() == null ? "" : words.t("people.sex." + details.sex()));
        traits.put("age", age(details.birthDate(), told.issued()));
        traits.put("ethnicity", Objects.requireNonNullElse(details.ethnicity(), ""));
        // A letter speaks of members; of others the place is left blank.
        traits.put(
                "kind",
                kind == MemberKind.FULL || kind == MemberKind.PROBATIONARY ? words.t("people.kind." + kind) : "");
        traits.put("identity", number.orElse(""));
        traits.put("phone", Objects.requireNonNullElse(details.phone(), ""));
        return traits;
    }

    /** In full years on the day on which the paper was issued. */
    private String age(@Nullable LocalDate born, @Nullable LocalDate issued) {
        return born == null
                ? ""
                : Long.toString(ChronoUnit.YEARS.between(born, Objects.requireNonNullElse(issued, days.today())));
    }

    /** What the matter itself knows. */
    private record Told(PrintedPaper printed, Whole whole, Words words) {
        String plain(Slot slot) {
            return switch (slot.of()) {
                case Flow.HOST -> name(matter().hostId().value());
                case FlowPaper.ISSUED ->
                    printed.paper()
                            .issuedOn(matter().known())
                            .map(words::longDate)
                            .orElse("");
                case FlowPaper.DAYS -> valid();
                default -> answer(slot.of()).orElseGet(() -> party(slot.of()));
            };
        }

        private Matter matter() {
            return whole.matter();
        }

        private @Nullable LocalDate issued() {
            return printed.paper().issuedOn(matter().known()).orElse(null);
        }

        private String valid() {
            return printed.paper()
                    .issuedOn(matter().known())
                    .flatMap(from -> printed.paper()
                            .lastDay(matter().known())
                            .map(until -> Long.toString(ChronoUnit.DAYS.between(from, until))))
                    .orElse("");
        }

        private String party(String id) {
            UUID organization = matter().known().parties().get(id);
            String outside = matter().known().outside().get(id);
            return outside != null ? outside : organization == null ? "" : name(organization);
        }

        private String name(UUID organization) {
            return whole.names().getOrDefault(organization, "");
        }

        /** What was answered last. */
        private Optional<String> answer(String field) {
            return printed.field(field)
                    .findFirst()
                    .map(asked -> last(field)
                            .map(said -> AnswerInWords.of(asked, said, words))
                            .orElse(""));
        }

        private Optional<String> last(String field) {
            return whole.events().reversed().stream()
                    .filter(event -> event.answers().containsKey(field))
                    .map(event -> event.answers().getOrDefault(field, ""))
                    .findFirst();
        }

        @Nullable
        PersonId person() {
            return printed.paper()
                    .people()
                    .findFirst()
                    .flatMap(this::last)
                    .flatMap(Ids::read)
                    .map(PersonId::new)
                    .orElse(null);
        }
    }
}
