package org.yijitong.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.OrganizationKind;

/**
 * The file {@code world.yaml}: units, their branches, and what happens to them.
 *
 * @param reference the day the file takes for today
 * @param beginning the day on which the units begin to use the product
 */
record World(LocalDate reference, LocalDate beginning, Patterns patterns, List<UnitPlan> units) {

    /** How names are made; {@code %s} stands for the unit or the branch. */
    record Patterns(
            String top,
            String topShort,
            String committee,
            String committeeShort,
            String discipline,
            String disciplineShort,
            String union,
            String unionShort,
            String league,
            String leagueShort,
            String women,
            String womenShort,
            String general,
            String branch,
            String branchWord,
            String generalWord,
            String group,
            String ordinals,
            String department,
            String youth,
            String approval,
            String electedBy) {

        /** The full name of a branch, as on its seal. */
        String branchName(String unit, String shortName) {
            return branch.formatted(unit, shortName.replace(branchWord, ""));
        }

        /** The document that approved an organization, of the year it was founded in. */
        String approvalNumber(String sign, LocalDate founded, int number) {
            return approval.formatted(sign, founded.getYear(), number);
        }
    }

    /** One unit. */
    record UnitPlan(
            String code,
            String name,
            OrganizationKind top,
            @Nullable String topName,
            @Nullable String topShort,
            String sign,
            LocalDate founded,
            List<String> institutions,
            List<String> generals,
            YouthPlan youth,
            List<Rename> renames,
            List<Correction> corrections,
            List<Move> moves,
            @Nullable Split split,
            List<BranchPlan> branches) {

        BranchPlan branch(String name) {
            return branches.stream()
                    .filter(branch -> branch.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * One branch.
     *
     * @param size how many people belong to it today, before a split
     * @param retired whether it is the branch of the retired
     * @param under the general branch it stands under
     * @param story whether its people and days are told by {@link Story}
     * @param former its short name of earlier years
     */
    record BranchPlan(
            String name,
            OrganizationKind kind,
            LocalDate founded,
            int size,
            int groups,
            List<String> offices,
            boolean retired,
            @Nullable String under,
            boolean story,
            @Nullable Former former) {}

    /** What a branch was called before a day. */
    record Former(String name, LocalDate until) {}

    record YouthPlan(String name, String branch, LocalDate founded) {}

    record Rename(String office, String to, LocalDate day) {}

    /** A short name that was recorded wrongly and set right on a day. */
    record Correction(String branch, String recorded, LocalDate day, String reason) {}

    record Move(String branch, String to, LocalDate day) {}

    record Split(String branch, String created, int people, LocalDate day, String reason) {}
}
