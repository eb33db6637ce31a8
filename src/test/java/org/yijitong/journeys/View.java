package org.yijitong.journeys;

/**
 * How a visitor looks at pages.
 *
 * @param width of the window in CSS pixels
 * @param theme {@code light} or {@code dark}
 * @param size {@code normal} or {@code large}
 * @param language a tag of {@link org.yijitong.shared.Language}
 * @param script whether JavaScript runs
 */
record View(int width, String theme, String size, String language, boolean script) {
    static final View PHONE = new View(390, "light", "normal", "zh-Hans-CN", true);
    static final View DESK = new View(1280, "light", "normal", "zh-Hans-CN", true);

    int height() {
        return width < 700 ? 844 : 900;
    }

    View width(int other) {
        return new View(other, theme, size, language, script);
    }

    View large() {
        return new View(width, theme, "large", language, script);
    }

    View dark() {
        return new View(width, "dark", size, language, script);
    }

    View withoutScript() {
        return new View(width, theme, size, language, false);
    }
}
