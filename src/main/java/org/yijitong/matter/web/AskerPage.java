package org.yijitong.matter.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yijitong.matter.door.Contact;
import org.yijitong.shared.Invalid;

/**
 * Who raised a matter.
 *
 * @param address of the matter
 * @param person the page of the person whose record it is about; empty for others
 * @param left whether a name or a telephone was left
 * @param contact what was left, once a reason was given
 */
public record AskerPage(
        String address,
        String title,
        String person,
        boolean left,
        @Nullable Contact contact,
        String because,
        Map<String, Invalid.Fault> faults) {}
