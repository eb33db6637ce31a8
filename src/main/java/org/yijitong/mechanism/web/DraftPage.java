package org.yijitong.mechanism.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yijitong.mechanism.DraftFrame;
import org.yijitong.mechanism.DutyInWords;

/**
 * A draft of a mechanism with what it says.
 *
 * @param form the text as a form; null where the form cannot say all that it says, or nothing can be changed
 * @param activities the kinds of activity that the form offers
 * @param duties what it says
 * @param beside the published version, if there is one; null otherwise
 * @param year on which it may be rehearsed
 */
public record DraftPage(
        DraftFrame frame,
        @Nullable MechanismForm form,
        Map<String, String> activities,
        List<DutyInWords> duties,
        @Nullable Comparison beside,
        int year) {}
