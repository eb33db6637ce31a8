package org.yijitong.access.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a browser calls itself, in words its owner knows: the name of the browser and of the system. */
final class Device {
    /** A browser also names those it wants to be taken for, so the more particular ones come first. */
    private static final Map<String, String> BROWSERS = ordered(
            "MicroMessenger",
            "WeChat",
            "wxwork",
            "WeCom",
            "Edg",
            "Edge",
            "Firefox",
            "Firefox",
            "360SE",
            "360",
            "QQBrowser",
            "QQ",
            "Chrome",
            "Chrome",
            "Safari",
            "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "HarmonyOS",
            "HarmonyOS",
            "Android",
            "Android",
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Windows",
            "Windows",
            "Mac OS",
            "macOS",
            "Linux",
            "Linux");

    private Device() {}

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    /** Browser and system, or what it calls itself where neither is known. */
    static String of(String userAgent) {
        String known = known(userAgent);
        return known.isEmpty() ? userAgent : known;
    }

    /** Browser and system, or nothing where they are not known. */
    static String known(String userAgent) {
        return first(BROWSERS, userAgent)
                .map(name -> name + first(SYSTEMS, userAgent).map(" · "::concat).orElse(""))
                .orElse("");
    }

    private static Optional<String> first(Map<String, String> known, String userAgent) {
        return known.entrySet().stream()
                .filter(entry -> userAgent.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
