package org.yijitong.paper.web;

import java.util.List;
import java.util.Map;
import org.yijitong.paper.FormField;
import org.yijitong.paper.FormTemplate;
import org.yijitong.shared.Invalid;

/**
 * The templates of a unit.
 *
 * @param forms what each is called
 * @param own those it put in itself, by form
 * @param fields the names that templates may use
 * @param printed those of the papers that flows print themselves, by what each is called
 */
public record TemplatesPage(
        String at,
        Map<String, String> forms,
        Map<String, FormTemplate> own,
        List<FormField> fields,
        Map<String, List<String>> printed,
        Map<String, Invalid.Fault> faults) {}
