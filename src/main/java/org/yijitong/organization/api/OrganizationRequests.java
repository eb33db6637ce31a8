package org.yijitong.organization.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.Founding;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.OrganizationState;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Post;
import org.yijitong.organization.Posts;

/** What programs send about organizations. Everything may be missing; {@link Given} says what must not. */
final class OrganizationRequests {
    static final UUID NOBODY = new UUID(0, 0);

    private OrganizationRequests() {}

    /** 成立, and of a split 分出. */
    record FoundingRequest(
            @Nullable String code,
            @Nullable String name,
            @Nullable String shortName,
            @Nullable OrganizationKind kind,
            @Nullable UUID superior,
            @Nullable String approvalNumber,
            @Nullable LocalDate on,
            @Nullable String reason,
            @Nullable String documentNumber) {

        Founding read(Given given) {
            return new Founding(
                    given.code("code", code),
                    new OrganizationState(
                            given.text("name", name, 100),
                            given.optional("shortName", shortName, 40),
                            given.value("kind", kind, OrganizationKind.BRANCH),
                            new OrganizationId(given.value("superior", superior, NOBODY)),
                            0,
                            given.optional("approvalNumber", approvalNumber, 100)));
        }
    }

    /** 更名. */
    record RenamingRequest(
            @Nullable String name,
            @Nullable String shortName,
            @Nullable LocalDate on,
            @Nullable String reason,
            @Nullable String documentNumber) {}

    /** 改隶属. */
    record MoveRequest(
            @Nullable UUID superior,
            @Nullable LocalDate on,
            @Nullable String reason,
            @Nullable String documentNumber) {}

    /** 变更. */
    @Schema(name = "OrganizationAmendmentRequest")
    record AmendmentRequest(
            @Nullable OrganizationKind kind,
            @Nullable Integer position,
            @Nullable String approvalNumber,
            @Nullable LocalDate on,
            @Nullable String reason,
            @Nullable String documentNumber) {}

    /** 合并. */
    @Schema(name = "OrganizationMergerRequest")
    record MergerRequest(
            @Nullable UUID into,
            @Nullable LocalDate on,
            @Nullable String reason,
            @Nullable String documentNumber) {}

    /** 分出. */
    record SplitRequest(
            @Nullable FoundingRequest founding, @Nullable List<UUID> people) {}

    /** 撤销. */
    record ClosureRequest(
            @Nullable LocalDate on,
            @Nullable String reason,
            @Nullable String documentNumber) {}

    /**
     * 更正.
     *
     * @param segment the first day of the stretch that is wrong, as recorded
     * @param from the true first day
     */
    @Schema(name = "OrganizationCorrectionRequest")
    record CorrectionRequest(
            @Nullable LocalDate segment,
            @Nullable LocalDate from,
            @Nullable String name,
            @Nullable String shortName,
            @Nullable OrganizationKind kind,
            @Nullable UUID superior,
            @Nullable Integer position,
            @Nullable String approvalNumber,
            @Nullable String reason) {

        OrganizationState read(Given given) {
            return new OrganizationState(
                    given.text("name", name, 100),
                    given.optional("shortName", shortName, 40),
                    given.value("kind", kind, OrganizationKind.BRANCH),
                    superior == null ? null : new OrganizationId(superior),
                    OrganizationRequests.position(given, position),
                    given.optional("approvalNumber", approvalNumber, 100));
        }
    }

    /** A post and who holds it. */
    record HolderRequest(@Nullable Post post, @Nullable UUID person) {
        Posts.Holder read(Given given) {
            return new Posts.Holder(
                    given.value("post", post, Post.MEMBER), new PersonId(given.value("person", person, NOBODY)));
        }
    }

    /** 任职. */
    record AppointmentRequest(
            @Nullable Post post,
            @Nullable UUID person,
            @Nullable Boolean deputy,
            @Nullable LocalDate on,
            @Nullable LocalDate due) {}

    /** 免职. */
    record ReliefRequest(
            @Nullable Post post,
            @Nullable UUID person,
            @Nullable LocalDate on) {}

    /** 换届. */
    record HandoverRequest(
            @Nullable List<HolderRequest> elected,
            @Nullable LocalDate begins,
            @Nullable LocalDate due,
            @Nullable String electedBy) {}

    static int position(Given given, @Nullable Integer position) {
        int value = position == null ? 0 : position;
        if (value < 0 || value > 9999) {
            given.fault("position", "api.invalid.number", 9999);
        }
        return value;
    }
}
