package org.yijitong.matter;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.matter.Flow.Limit;
import org.yijitong.shared.WorkingDays;

/** Until when the next step of a matter is due. */
@Component
class Deadlines {
    private final WorkingDays workingDays;

    Deadlines(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /**
     * A deadline.
     *
     * @param provisional whether it may still move, since the holidays of a year are not known
     */
    record Due(@Nullable LocalDate on, boolean provisional) {
        static final Due NEVER = new Due(null, false);
    }

    Due of(@Nullable Limit limit, LocalDate begun, LocalDate entered, Known known) {
        if (limit == null) {
            return Due.NEVER;
        }
        LocalDate from = from(limit, begun, entered, known);
        return switch (limit.unit()) {
            case DAYS -> new Due(from.plusDays(limit.amount()), false);
            case MONTHS -> new Due(from.plusMonths(limit.amount()), false);
            case WORKING_DAYS -> worked(from, limit.amount());
        };
    }

    private Due worked(LocalDate from, int amount) {
        LocalDate on = workingDays.plus(from, amount);
        return new Due(on, workingDays.provisional(from.getYear()) || workingDays.provisional(on.getYear()));
    }

    /** The flow was checked: what a deadline rests on has always been answered or done. */
    private static LocalDate from(Limit limit, LocalDate begun, LocalDate entered, Known known) {
        return switch (limit.after()) {
            case ENTERED -> entered;
            case BEGUN -> begun;
            case FIELD -> Objects.requireNonNull(known.days().get(limit.of()));
            case STEP -> Objects.requireNonNull(known.done().get(limit.of())).day();
        };
    }
}
