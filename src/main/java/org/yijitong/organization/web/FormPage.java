package org.yijitong.organization.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Link;

/**
 * A form for one deed.
 *
 * @param base the address of the organization
 * @param noun what the deed is called in addresses and message keys
 * @param name the organization
 * @param seen its newest change when the form was made
 * @param segments to choose another segment from: address parameter to words; empty when there is no choice
 * @param refusal why it was refused; null when it was not
 */
public record FormPage(
        String base,
        String noun,
        String name,
        List<Link> way,
        List<Field> fields,
        String seen,
        Map<String, String> segments,
        Map<String, Invalid.Fault> faults,
        @Nullable String refusal) {}
