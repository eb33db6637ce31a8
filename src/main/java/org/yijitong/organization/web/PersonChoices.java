package org.yijitong.organization.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yijitong.organization.PlaceToBe;
import org.yijitong.shared.Page;

/** Lists to choose one from: value to words, in order. */
final class PersonChoices {
    private PersonChoices() {}

    static Map<String, String> of(Page page, String prefix, Collection<? extends Enum<?>> constants) {
        Map<String, String> choices = new LinkedHashMap<>();
        constants.forEach(each -> choices.put(each.name(), page.t(prefix + each.name())));
        return choices;
    }

    static Map<String, String> places(List<PlaceToBe> places) {
        Map<String, String> choices = new LinkedHashMap<>();
        places.forEach(place -> choices.put(place.id().toString(), place.display()));
        return choices;
    }
}
