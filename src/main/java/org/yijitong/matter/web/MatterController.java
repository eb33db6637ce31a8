package org.yijitong.matter.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.yijitong.document.Contents;
import org.yijitong.matter.Act;
import org.yijitong.matter.Evidence;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Matters;
import org.yijitong.matter.Overtaken;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Deeds;
import org.yijitong.shared.Html;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;

/** One matter, and the next step of it. */
@Controller
class MatterController {
    private final Matters matters;
    private final Evidence evidence;
    private final MatterPages pages;
    private final MatterGuard guard;
    private final NamesTyped names;
    private final Deeds deeds;

    MatterController(
            Matters matters, Evidence evidence, MatterPages pages, MatterGuard guard, NamesTyped names, Deeds deeds) {
        this.matters = matters;
        this.evidence = evidence;
        this.pages = pages;
        this.guard = guard;
        this.names = names;
        this.deeds = deeds;
    }

    @GetMapping("/units/{unit}/matters/{matter}")
    Html one(Page page, Scope scope, @PathVariable String matter) {
        MatterId id = new MatterId(Ids.inAddress(matter));
        guard.see(page, scope, id);
        return pages.one(page, scope, id, Map.of(), Map.of());
    }

    /** @param files what is put in, each under the name of its field */
    @PostMapping("/units/{unit}/matters/{matter}/steps")
    View step(
            Page page,
            Scope scope,
            @PathVariable String matter,
            @RequestParam MultiValueMap<String, String> values,
            @RequestParam MultiValueMap<String, MultipartFile> files)
            throws IOException {
        MatterId id = new MatterId(Ids.inAddress(matter));
        guard.see(page, scope, id);
        String step = value(values, "step");
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>(values);
        try {
            if (files.toSingleValueMap().values().stream().anyMatch(file -> !file.isEmpty())) {
                guard.act(page, scope, id);
                matters.requireStep(scope, id, act(typed));
            }
            put(scope, id, step, files, typed);
            return deeds.run(scope, "/" + id + "/steps", typed, new MatterAddress(scope.unit()).matter(id), () -> {
                guard.act(page, scope, id);
                matters.step(scope, id, names.of(page, scope, id, act(typed)));
            });
        } catch (Invalid invalid) {
            return pages.one(page, scope, id, said(typed), named(step, invalid));
        } catch (Overtaken overtaken) {
            return pages.overtaken(page, scope, overtaken.matter(), said(typed));
        }
    }

    /** Files are kept first, so that they need not be chosen again when something else is amiss. */
    private void put(
            Scope scope,
            MatterId id,
            String step,
            MultiValueMap<String, MultipartFile> files,
            MultiValueMap<String, String> typed)
            throws IOException {
        Map<String, Invalid.Fault> faults = new LinkedHashMap<>();
        for (Map.Entry<String, MultipartFile> put : files.toSingleValueMap().entrySet()) {
            MultipartFile file = put.getValue();
            if (put.getKey().startsWith(step + "-") && !file.isEmpty()) {
                String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
                try {
                    UUID kept = evidence.put(scope, id, name, Contents.read(file.getInputStream(), Evidence.LARGEST));
                    typed.set(put.getKey(), kept.toString());
                } catch (Invalid invalid) {
                    invalid.faults()
                            .values()
                            .forEach(fault -> faults.put(put.getKey().substring(step.length() + 1), fault));
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    /** Always as a download, never as a page of ours. */
    @GetMapping("/units/{unit}/matters/{matter}/files/{file}")
    ResponseEntity<byte[]> file(Page page, Scope scope, @PathVariable String matter, @PathVariable String file) {
        guard.see(page, scope, new MatterId(Ids.inAddress(matter)));
        return evidence.open(scope, new MatterId(Ids.inAddress(matter)), Ids.inAddress(file))
                .answer();
    }

    /** The step that a form asks for. */
    static Act act(MultiValueMap<String, String> values) {
        String step = value(values, "step");
        return new Act(
                number(value(values, "revision")),
                step,
                answers(step, values),
                parties(step, values),
                value(values, "key"));
    }

    /** The faults under the names that the fields have on the page. */
    static Map<String, Invalid.Fault> named(String step, Invalid invalid) {
        Map<String, Invalid.Fault> faults = new LinkedHashMap<>();
        invalid.faults().forEach((field, fault) -> faults.put(step + "-" + field, fault));
        return faults;
    }

    /** What was said under each name: a name that was typed after one that was chosen replaces it. */
    static Map<String, String> said(MultiValueMap<String, String> values) {
        Map<String, String> said = new HashMap<>(values.toSingleValueMap());
        values.forEach(
                (name, all) -> all.stream().filter(value -> !value.isBlank()).forEach(value -> said.put(name, value)));
        return said;
    }

    static Map<String, String> answers(String step, MultiValueMap<String, String> values) {
        return under(step, said(values));
    }

    /** Those that name an organization: what is chosen stands before a field that has the same name in its flow. */
    static Map<String, OrganizationId> parties(String step, MultiValueMap<String, String> values) {
        Map<String, OrganizationId> parties = new HashMap<>();
        under(step, values.toSingleValueMap())
                .forEach((name, value) -> Ids.read(value).ifPresent(id -> parties.put(name, new OrganizationId(id))));
        return parties;
    }

    private static Map<String, String> under(String step, Map<String, String> said) {
        Map<String, String> under = new HashMap<>();
        said.forEach((name, value) -> {
            if (name.startsWith(step + "-")) {
                under.put(name.substring(step.length() + 1), value);
            }
        });
        return under;
    }

    static String value(MultiValueMap<String, String> values, String name) {
        return Objects.requireNonNullElse(values.getFirst(name), "");
    }

    private static int number(String written) {
        return written.matches("\\d{1,6}") ? Integer.parseInt(written) : 0;
    }
}
