package org.yijitong.paper.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yijitong.paper.FormField;
import org.yijitong.paper.FormTemplate;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;

/**
 * The templates of a unit.
 *
 * @param own those it put in itself, by form
 * @param fields the names that templates may use
 */
public record TemplatesPage(
        String at,
        List<String> forms,
        Map<String, FormTemplate> own,
        List<FormField> fields,
        Map<String, Invalid.Fault> faults) {
    /** The forms as choices. */
    public Map<String, String> choices(Page page) {
        Map<String, String> choices = new LinkedHashMap<>();
        forms.forEach(form -> choices.put(form, page.t("paper.form." + form)));
        return choices;
    }
}
