package org.yijitong.operation.web;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yijitong.operation.BundleDesk;
import org.yijitong.operation.BundleRun;
import org.yijitong.shared.AccountNames;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Html;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Once;
import org.yijitong.shared.Page;
import org.yijitong.shared.Permitted;
import org.yijitong.shared.Scope;
import org.yijitong.shared.SeeOther;
import org.yijitong.shared.Sha256;
import yijitong.html.Templates;

/** All a unit has as one file: asked for, followed, agreed to by somebody else, taken. */
@Controller
@RequestMapping("/bundles")
class BundleController {
    private static final String ADDRESS = "/bundles";

    private final BundleDesk desk;
    private final Permitted permitted;
    private final AccountNames accounts;
    private final Once once;
    private final Templates html;

    BundleController(BundleDesk desk, Permitted permitted, AccountNames accounts, Once once, Templates html) {
        this.desk = desk;
        this.permitted = permitted;
        this.accounts = accounts;
        this.once = once;
        this.html = html;
    }

    @GetMapping
    Html shown(Page page, Scope scope, CurrentUser user) {
        return shown(page, scope, user, "", Map.of());
    }

    private Html shown(Page page, Scope scope, CurrentUser user, String reason, Map<String, Invalid.Fault> faults) {
        @Nullable BundleRun run = desk.latest(scope).orElse(null);
        String asker = run == null ? "" : accounts.of(Set.of(run.account())).getOrDefault(run.account(), "");
        BundlePage shown = new BundlePage(
                run,
                asker,
                run != null && run.account().equals(user.account()),
                permitted.permits(user, "bundle.make"),
                permitted.permits(user, "bundle.release"),
                reason,
                faults);
        return new Html(
                html.operationBundles(page, shown),
                faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** The passphrase takes no part in telling two requests apart, so that nothing of it is stored. */
    @PostMapping
    View ask(
            Page page,
            Scope scope,
            CurrentUser user,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String passphrase,
            @RequestParam(defaultValue = "") String key) {
        try {
            return SeeOther.to(once.run(scope, key, Sha256.fingerprint("bundle", reason), () -> {
                desk.ask(scope, reason, passphrase);
                return ADDRESS;
            }));
        } catch (Invalid invalid) {
            return shown(page, scope, user, reason, invalid.faults());
        }
    }

    @PostMapping("/{bundle}/cancellation")
    View cancel(Scope scope, @PathVariable String bundle, @RequestParam(defaultValue = "") String key) {
        UUID id = Ids.inAddress(bundle);
        return SeeOther.to(once.run(scope, key, Sha256.fingerprint("bundle cancellation", bundle), () -> {
            desk.cancel(scope, id);
            return ADDRESS;
        }));
    }

    @PostMapping("/{bundle}/release")
    View release(Scope scope, @PathVariable String bundle, @RequestParam(defaultValue = "") String key) {
        UUID id = Ids.inAddress(bundle);
        return SeeOther.to(once.run(scope, key, Sha256.fingerprint("bundle release", bundle), () -> {
            desk.release(scope, id);
            return ADDRESS;
        }));
    }

    @GetMapping("/{bundle}/bundle.zip")
    ResponseEntity<Resource> take(Scope scope, @PathVariable String bundle) {
        return file(desk.take(scope, Ids.inAddress(bundle)));
    }

    static ResponseEntity<Resource> file(Path file) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"bundle.zip\"")
                .body(new FileSystemResource(file));
    }
}
