package org.yijitong.shared;

import java.util.List;
import java.util.Locale;

/** The languages of the pages. zh-Hans is the source; the other two are translated from it. */
public enum Language {
    ZH_HANS("zh-Hans-CN"),
    ZH_HANT("zh-Hant"),
    EN("en");

    private final String tag;
    private final Locale locale;

    Language(String tag) {
        this.tag = tag;
        this.locale = Locale.forLanguageTag(tag);
    }

    /** The BCP 47 tag, as in the {@code lang} attribute and the cookie. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return locale;
    }

    /** The languages one can change to. */
    public List<Language> others() {
        return List.of(values()).stream().filter(language -> language != this).toList();
    }

    /** The language of a tag; zh-Hans for any tag that is not known. */
    public static Language of(String tag) {
        return List.of(values()).stream()
                .filter(language -> language.tag.equals(tag))
                .findFirst()
                .orElse(ZH_HANS);
    }
}
