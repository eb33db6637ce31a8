package org.yijitong.journeys;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.yijitong.access.World;
import org.yijitong.shared.Days;

/**
 * A form as it stands on a page.
 *
 * @param page the address of the page
 * @param method {@code get} or {@code post}
 * @param action where it is sent
 * @param files whether a file goes with it
 */
record FoundForm(String page, String method, String action, boolean files, List<Field> fields) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Set<String> TYPED = Set.of("", "text", "search", "tel", "email", "url");

    /** What a field is for whoever fills it in. */
    enum Kind {
        /** Anything can be typed. */
        TEXT,
        /** Nobody sees it. */
        HIDDEN,
        /** One of several, a day, a number, a password. */
        OTHER,
        FILE
    }

    /**
     * A field with what stands in it, or what a patient visitor would put there.
     *
     * @param longest characters that the page says it takes
     */
    record Field(String name, Kind kind, String value, int longest) {}

    /** What tells one form from the same form on another page: no ids, no values. */
    String shape() {
        return method + " " + plain(action) + " " + new TreeSet<>(names());
    }

    List<String> names() {
        return fields.stream().map(Field::name).distinct().toList();
    }

    List<Field> texts() {
        return fields.stream().filter(each -> each.kind() == Kind.TEXT).toList();
    }

    /** The same form on the page as it is now, with its new key and revision. */
    Optional<FoundForm> again(Document now) {
        return in(page, now).stream()
                .filter(each -> each.shape().equals(shape()))
                .findFirst();
    }

    /** Where a form leads that asks and changes nothing. */
    String address(List<Map.Entry<String, String>> values) {
        return action + (action.contains("?") ? "&" : "?") + Intruder.encoded(values);
    }

    /** An address without ids and numbers. */
    static String plain(String address) {
        URI uri = URI.create(address.replaceAll("[^\\x21-\\x7e]", "_").replaceAll("[|{}\\[\\]\"<>^`\\\\]", "_"));
        String query = uri.getRawQuery();
        String path = ID.matcher(String.valueOf(uri.getRawPath())).replaceAll("{id}");
        String keys = query == null
                ? ""
                : "?"
                        + new TreeSet<>(Stream.of(query.split("&", -1))
                                .map(each -> each.replaceFirst("=.*", ""))
                                .toList());
        return path.replaceAll("\\d+", "0") + keys;
    }

    /** Every form of a page. */
    static List<FoundForm> in(String address, Document page) {
        List<FoundForm> found = new ArrayList<>();
        for (Element form : page.select("form")) {
            String action = form.attr("action").isEmpty() ? address : form.attr("action");
            boolean files = form.attr("enctype").startsWith("multipart");
            found.add(new FoundForm(
                    address,
                    form.attr("method").toLowerCase(Locale.ROOT),
                    action.replaceFirst("#.*", ""),
                    files,
                    fields(form)));
        }
        return found;
    }

    private static List<Field> fields(Element form) {
        List<Field> fields = new ArrayList<>();
        for (Element each : form.select("[name]:not([disabled]):not([name=_csrf])")) {
            String name = each.attr("name");
            boolean said = fields.stream().anyMatch(other -> other.name().equals(name));
            boolean trap = each.closest("div[hidden]") != null;
            boolean left = isChoice(each) ? !each.hasAttr("checked") && !isFirst(form, each) : isButton(each) && said;
            if (!trap && !left) {
                int longest = each.hasAttr("maxlength") ? Integer.parseInt(each.attr("maxlength")) : 10_000;
                fields.add(new Field(name, kind(each), value(each), longest));
            }
        }
        return fields;
    }

    private static boolean isButton(Element field) {
        return field.normalName().equals("button") || field.attr("type").equals("submit");
    }

    private static boolean isChoice(Element field) {
        return field.attr("type").equals("radio") || field.attr("type").equals("checkbox");
    }

    /** The first of several of which none is chosen. */
    private static boolean isFirst(Element form, Element field) {
        List<Element> all = form.select("[name]").stream()
                .filter(other -> other.attr("name").equals(field.attr("name")))
                .toList();
        return all.getFirst().equals(field)
                && all.size() > 1
                && all.stream().noneMatch(other -> other.hasAttr("checked"));
    }

    private static Kind kind(Element field) {
        String type = field.attr("type");
        boolean area = field.normalName().equals("textarea");
        if (type.equals("hidden") || (area && field.hasAttr("hidden"))) {
            return Kind.HIDDEN;
        }
        if (type.equals("file")) {
            return Kind.FILE;
        }
        return area || (field.normalName().equals("input") && TYPED.contains(type)) ? Kind.TEXT : Kind.OTHER;
    }

    private static String value(Element field) {
        if (field.normalName().equals("select")) {
            Element selected = field.selectFirst("option[selected]:not([value=''])");
            return Stream.concat(Stream.ofNullable(selected), field.select("option:not([value=''])").stream())
                    .map(Element::val)
                    .findFirst()
                    .orElse("");
        }
        String given = field.normalName().equals("textarea") ? field.wholeText() : field.val();
        return !given.isEmpty() ? given : filling(field);
    }

    private static String filling(Element field) {
        String said = SAID.get(field.attr("name"));
        if (said != null) {
            return said;
        }
        LocalDate today = LocalDate.now(Clock.system(Days.SHANGHAI));
        return switch (field.attr("type")) {
            case "date" -> today.toString();
            case "month" -> today.toString().substring(0, 7);
            case "time" -> field.attr("name").equals("to") ? "10:30" : "09:30";
            case "number" -> "1";
            case "email" -> "a@example.org";
            case "password" -> World.PASSWORD;
            case "hidden", "file" -> "";
            default -> field.hasAttr("required") || field.normalName().equals("textarea") ? "测试" : "";
        };
    }

    /** What fields take that say so in words only. */
    private static final Map<String, String> SAID = Map.of(
            "hours", "1", "position", "3", "code", "X-9", "year", "2026", "begin-weight", "5", "begin-paid", "100");
}
