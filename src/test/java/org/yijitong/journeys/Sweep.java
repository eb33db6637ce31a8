package org.yijitong.journeys;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.yijitong.journeys.FoundForm.Field;
import org.yijitong.journeys.FoundForms.Shown;
import org.yijitong.journeys.Intruder.Answer;

/** Puts strange texts into every text field of a form and looks at each answer. */
final class Sweep {
    private final List<String> faults = new ArrayList<>();
    private final Set<String> taken = new TreeSet<>();
    private final Set<String> never = new TreeSet<>();
    private final List<String> led = new ArrayList<>();
    private int sent;
    private int stored;

    private final Intruder by;
    private final Shown shown;
    private final List<String> texts;
    private final String single;
    private Optional<FoundForm> form;
    private String token = "";
    private boolean filled;

    /**
     * Before it runs.
     *
     * @param single what each field is tried with by itself, when all of them together are refused
     */
    Sweep(Shown shown, List<String> texts, String single) {
        this.texts = texts;
        this.single = single;
        this.shown = shown;
        this.by = shown.to();
        this.form = Optional.of(shown.form());
    }

    /** Answers in which a text was taken for markup, or that were a fault of ours. */
    List<String> faults() {
        return faults;
    }

    /** Fields that were taken with such a text in them. */
    Set<String> taken() {
        return taken;
    }

    /** Fields that were not. */
    Set<String> never() {
        return never;
    }

    /** Where the taken ones led. */
    List<String> led() {
        return led;
    }

    int sent() {
        return sent;
    }

    /** How often a form with such a text was taken. */
    int stored() {
        return stored;
    }

    /**
     * Sends them.
     *
     * @param alone each by itself, too; otherwise only all of them together, where that is taken
     */
    void run(boolean alone) {
        List<String> names = shown.form().texts().stream().map(Field::name).toList();
        if (put(names, String.join(" ", texts))) {
            taken.addAll(names);
        } else {
            oneByOne(names);
            if (taken.isEmpty()) {
                // Perhaps what is left empty has to be filled in.
                filled = true;
                oneByOne(names);
            }
        }
        never.addAll(names);
        never.removeAll(taken);
        for (String text : alone || taken.isEmpty() ? texts : List.<String>of()) {
            if (!taken.isEmpty()) {
                put(List.copyOf(taken), text);
            }
            if (!never.isEmpty() && text.contains(Payloads.MARK)) {
                put(names, text);
            }
        }
        for (Field each : shown.form().fields()) {
            if (each.kind() == FoundForm.Kind.HIDDEN) {
                put(List.of(each.name()), single);
            }
        }
    }

    private void oneByOne(List<String> names) {
        for (String each : names) {
            if (put(List.of(each), single)) {
                taken.add(each);
            }
        }
    }

    /** Sends the form with a text in some fields; whether it was taken. */
    private boolean put(List<String> names, String text) {
        if (form.isEmpty()) {
            return false;
        }
        FoundForm now = form.get();
        Answer answer = send(now, names, text);
        sent++;
        look(names, text, answer);
        if (answer.taken()) {
            stored++;
            led.add(answer.status() == 303 ? answer.location() : now.page());
        }
        boolean revised = now.method().equals("post") && now.fields().stream().anyMatch(Sweep::mayChange);
        if (answer.status() == 404 || answer.status() == 409 || (answer.taken() && revised)) {
            form = now.again(by.get(now.page()).page());
        }
        return answer.taken();
    }

    private static boolean mayChange(Field field) {
        return field.kind() == FoundForm.Kind.HIDDEN && !field.name().equals("key");
    }

    private Answer send(FoundForm now, List<String> names, String text) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (Field each : now.fields()) {
            boolean changed = names.contains(each.name()) && each.kind() != FoundForm.Kind.FILE;
            int longest = Math.min(text.length(), Math.max(each.longest(), single.length()));
            String value = each.name().equals("key") ? UUID.randomUUID().toString() : usual(each);
            fields.add(Map.entry(each.name(), changed ? text.substring(0, longest) : value));
        }
        return now.method().equals("post") ? post(now, fields) : by.get(now.address(fields));
    }

    private String usual(Field field) {
        boolean fill =
                filled && field.kind() == FoundForm.Kind.TEXT && field.value().isEmpty();
        return fill ? "测试" : field.value();
    }

    private Answer post(FoundForm now, List<Map.Entry<String, String>> fields) {
        if (by.role().equals(FoundForms.NOBODY)) {
            by.move();
        }
        if (token.isEmpty()) {
            token = by.token(now.page());
        }
        fields.add(Intruder.csrf(token));
        byte[] file = "甲,乙\n1,2\n".getBytes(StandardCharsets.UTF_8);
        return now.files()
                ? by.upload(now.action(), fields, "file", single + ".csv", file)
                : by.post(now.action(), fields);
    }

    private void look(List<String> names, String text, Answer answer) {
        String what = shown + " " + names + " = " + text + ": ";
        if (answer.status() >= 500) {
            faults.add(what + answer.status());
        }
        if (answer.isPage()) {
            Payloads.faults(answer.body()).forEach(fault -> faults.add(what + fault));
        }
        if (!answer.location().isEmpty() && !answer.location().startsWith("/")) {
            faults.add(what + "led to " + answer.location());
        }
    }

    @Override
    public String toString() {
        return "%s: %d sent, %d taken; never taken: %s%s"
                .formatted(shown, sent, stored, never, form.isEmpty() ? " (gone)" : "");
    }
}
