package org.yijitong.organization.web;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.imports.ImportId;
import org.yijitong.organization.imports.ImportRunner;
import org.yijitong.organization.imports.RosterImports;
import org.yijitong.organization.roster.RosterField;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Once;
import org.yijitong.shared.Scope;

/** What a person says about an import: what its columns and cells mean, put it in, stop it, take it back. */
@Controller
@RequestMapping("/units/{unit}/imports/{id}")
class ImportAnswerController {
    private static final Pattern LEAVE = Pattern.compile("leave:(\\d{1,6}):(\\d{1,8})");

    private final RosterImports imports;
    private final ImportRunner runner;
    private final Once once;

    ImportAnswerController(RosterImports imports, ImportRunner runner, Once once) {
        this.imports = imports;
        this.runner = runner;
        this.once = once;
    }

    /** Every heading with the field chosen for it; those that were not changed say nothing new. */
    @PostMapping("/columns")
    String columns(Scope scope, @PathVariable ImportId id, @RequestParam Map<String, String> typed) {
        Map<String, RosterField> meanings = new HashMap<>();
        typed.forEach((name, value) -> {
            if (name.startsWith("h:") && !value.isEmpty()) {
                meanings.put(name.substring(2), field(value));
            }
        });
        imports.sayColumns(scope, id, meanings);
        return again(scope, id);
    }

    /** A word about one cell, one written branch, or one row to be left out. */
    @PostMapping("/answers")
    String answer(
            Scope scope,
            @PathVariable ImportId id,
            @RequestParam int sheet,
            @RequestParam int row,
            @RequestParam String field,
            @RequestParam String value,
            @RequestParam(defaultValue = "") String written) {
        Matcher leaving = LEAVE.matcher(value);
        if (leaving.matches()) {
            imports.leave(scope, id, Integer.parseInt(leaving.group(1)), Integer.parseInt(leaving.group(2)));
        } else if (field(field) == RosterField.BRANCH && !written.isEmpty()) {
            imports.sayBranch(scope, id, written, branch(value));
        } else {
            imports.sayCell(scope, id, sheet, row, field(field), value);
        }
        return again(scope, id);
    }

    @PostMapping("/application")
    String apply(Scope scope, @PathVariable ImportId id, @RequestParam String key) {
        String location = once.run(scope, key, "import.apply:" + id, () -> {
            imports.apply(scope, id);
            return address(scope, id);
        });
        runner.write(scope, id);
        return "redirect:" + location;
    }

    @PostMapping("/cancellation")
    String cancel(Scope scope, @PathVariable ImportId id, @RequestParam String key) {
        return "redirect:"
                + once.run(scope, key, "import.cancel:" + id, () -> {
                    imports.cancel(scope, id);
                    return address(scope, id);
                });
    }

    @PostMapping("/undoing")
    String undo(Scope scope, @PathVariable ImportId id, @RequestParam String key) {
        String location = once.run(scope, key, "import.undo:" + id, () -> {
            imports.undo(scope, id);
            return address(scope, id);
        });
        runner.takeBack(scope, id);
        return "redirect:" + location;
    }

    private String again(Scope scope, ImportId id) {
        imports.recheck(scope, id);
        runner.start(scope, id);
        return "redirect:" + address(scope, id);
    }

    private static String address(Scope scope, ImportId id) {
        return ImportController.address(scope) + "/" + id;
    }

    private static RosterField field(String name) {
        try {
            return RosterField.valueOf(name.toUpperCase(java.util.Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Invalid("field", "imports.invalid.field", name);
        }
    }

    private static OrganizationId branch(String id) {
        try {
            return new OrganizationId(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw new Invalid("value", "imports.invalid.branch");
        }
    }
}
