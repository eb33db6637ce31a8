package org.yijitong.matter.web;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yijitong.matter.Migration;
import org.yijitong.matter.Migrations;
import org.yijitong.shared.Deeds;
import org.yijitong.shared.Html;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;

/** Moving running matters to another version of their flow: looked at, proposed, approved by a second person. */
@Controller
@RequestMapping("/units/{unit}/migrations")
class MigrationController {
    /** What the names of fields begin with that say what a state is called in the other version. */
    static final String STATE = "state-";

    private final Migrations migrations;
    private final MigrationPages pages;
    private final Deeds deeds;

    MigrationController(Migrations migrations, MigrationPages pages, Deeds deeds) {
        this.migrations = migrations;
        this.pages = pages;
        this.deeds = deeds;
    }

    @GetMapping
    Html list(Page page, Scope scope) {
        return pages.list(page, scope);
    }

    @GetMapping("/new")
    Html look(Page page, Scope scope, @RequestParam MultiValueMap<String, String> values) {
        if (!values.containsKey("flow")) {
            return pages.list(page, scope);
        }
        return pages.asked(page, scope, migration(values), null);
    }

    @PostMapping
    View propose(Page page, Scope scope, @RequestParam MultiValueMap<String, String> values) {
        Migration migration = migration(values);
        try {
            return deeds.run(
                    scope, "/migrations", values, () -> address(scope) + "/" + migrations.propose(scope, migration));
        } catch (Invalid invalid) {
            Invalid.Fault fault = invalid.faults().values().iterator().next();
            return pages.asked(page, scope, migration, page.t(fault.messageKey()));
        }
    }

    @GetMapping("/{migration}")
    Html one(Page page, Scope scope, @PathVariable String migration) {
        return pages.one(page, scope, Ids.inAddress(migration));
    }

    @PostMapping("/{migration}/approval")
    View approve(Scope scope, @PathVariable String migration, @RequestParam MultiValueMap<String, String> values) {
        return end(scope, Ids.inAddress(migration), values, true);
    }

    @PostMapping("/{migration}/dropping")
    View drop(Scope scope, @PathVariable String migration, @RequestParam MultiValueMap<String, String> values) {
        return end(scope, Ids.inAddress(migration), values, false);
    }

    private View end(Scope scope, UUID id, MultiValueMap<String, String> values, boolean approved) {
        return deeds.run(scope, "/migrations/" + id + "/" + approved, values, () -> {
            migrations.end(scope, id, approved);
            return address(scope) + "/" + id;
        });
    }

    private static String address(Scope scope) {
        return "/units/" + scope.unit() + "/migrations";
    }

    private static Migration migration(MultiValueMap<String, String> values) {
        Map<String, String> states = new HashMap<>();
        values.toSingleValueMap().forEach((name, value) -> {
            if (name.startsWith(STATE) && !value.isEmpty()) {
                states.put(name.substring(STATE.length()), value);
            }
        });
        return new Migration(
                MatterController.value(values, "flow"),
                number(MatterController.value(values, "from")),
                number(MatterController.value(values, "to")),
                states);
    }

    private static int number(String written) {
        if (!written.matches("\\d{1,5}")) {
            throw new NotFound();
        }
        return Integer.parseInt(written);
    }

    /** As a page that was refused is answered. */
    static HttpStatus status(boolean fault) {
        return fault ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
    }
}
