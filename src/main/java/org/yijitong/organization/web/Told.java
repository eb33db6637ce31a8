package org.yijitong.organization.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yijitong.shared.Link;

/**
 * One entry of a history in words.
 *
 * @param day the day it stands under
 * @param look {@code now} for the newest, {@code fix} for a correction, null otherwise
 * @param mark what stands beside the day
 * @param what the deed, in few words
 * @param rest what else is to be said of it
 * @param who who recorded it; null when not known
 * @param link where it can be seen
 */
public record Told(
        LocalDate day,
        @Nullable String look,
        @Nullable String mark,
        String what,
        String rest,
        @Nullable String who,
        @Nullable Link link,
        String recorded,
        @Nullable String documentNumber) {}
