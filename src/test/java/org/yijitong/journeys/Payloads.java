package org.yijitong.journeys;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Thirty texts that a page must never take for markup or a program, and what shows that one did. */
final class Payloads {
    /** Stands in every one of them: a function the tests listen to, or a host nobody has. */
    static final String MARK = "xq7";

    static final List<String> ALL = List.of(
            "<script>xq7(1)</script>",
            "\"><script>xq7(2)</script>",
            "'><img src=x onerror=xq7(3)>",
            "<img src=x onerror=xq7(4)>",
            "\" autofocus onfocus=xq7(5) onmouseover=xq7(5) x=\"",
            "' autofocus onfocus=xq7(6) x='",
            "<svg onload=xq7(7)>",
            "<svg/onload=xq7(8)//",
            "</textarea><script>xq7(9)</script>",
            "</title><script>xq7(10)</script>",
            "</script><script>xq7(11)</script>",
            "--><script>xq7(12)</script>",
            "javascript:xq7(13)",
            "<a href=\"javascript:xq7(14)\">x</a>",
            "<iframe srcdoc=\"<script>parent.xq7(15)</script>\">",
            "<iframe src=javascript:parent.xq7(16)>",
            "<details open ontoggle=xq7(17)>",
            "</option></select><img src=x onerror=xq7(18)>",
            "<input autofocus onfocus=xq7(19)>",
            "<video><source onerror=xq7(20)></video>",
            "<math><mtext></math><img src=x onerror=xq7(21)>",
            "<style>@import '//xq7.invalid/22';</style>",
            "<link rel=stylesheet href=//xq7.invalid/23>",
            "<meta http-equiv=refresh content='0;url=//xq7.invalid/24'>",
            "<base href=//xq7.invalid/25/>",
            "<form action=//xq7.invalid/26><button>xq7</button></form>",
            "<object data=//xq7.invalid/27></object>",
            "<i hx-get=//xq7.invalid/28 hx-trigger=load hx-on:click=xq7(28)>x</i>",
            "&lt;img src=x onerror=xq7(29)&gt;&#60;script&#62;xq7(29)&#60;/script&#62;",
            "${xq7(30)}{{xq7(30)}}<%=xq7(30)%>';xq7(30);//\\u003cscript\\u003exq7(30)\\u003c/script\\u003e");

    /** Breaks out of text, of both kinds of quotes, of a text area, a title, a list and a comment. */
    static final String EVERY = "'\"--></textarea></title></select><img src=x onerror=xq7(0)>";

    private static final Set<String> NEVER =
            Set.of("iframe", "object", "embed", "base", "style", "math", "video", "frame");
    private static final List<String> ADDRESSES = List.of("href", "src", "action", "formaction", "hx-get", "hx-post");

    private Payloads() {}

    /** What on a page was taken for markup and should not have been; empty when all of it is text. */
    static List<String> faults(String html) {
        List<String> faults = new ArrayList<>();
        for (Element each : Jsoup.parse(html).getAllElements()) {
            String tag = each.normalName();
            boolean script = tag.equals("script")
                    && (!each.attr("src").startsWith("/assets/") || !each.data().isEmpty());
            boolean refresh = tag.equals("meta") && each.attr("content").contains(MARK);
            if (NEVER.contains(tag) || script || refresh) {
                faults.add(each.outerHtml());
            }
            for (Attribute attribute : each.attributes()) {
                if (reaches(attribute.getKey(), attribute.getValue())) {
                    faults.add(tag + " " + attribute);
                }
            }
        }
        return faults;
    }

    private static boolean reaches(String name, String value) {
        String plain = value.strip().toLowerCase(Locale.ROOT);
        boolean address = ADDRESSES.contains(name) && (plain.startsWith("javascript:") || plain.contains("//" + MARK));
        return address
                || name.startsWith("on")
                || name.startsWith("hx-on")
                || name.contains(MARK)
                || name.contains("<");
    }
}
