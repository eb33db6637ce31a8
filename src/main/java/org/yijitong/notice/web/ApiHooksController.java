package org.yijitong.notice.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.notice.Delivery;
import org.yijitong.notice.Hook;
import org.yijitong.notice.HookKind;
import org.yijitong.notice.Hooks;
import org.yijitong.shared.Posting;
import org.yijitong.shared.Posting.Done;
import org.yijitong.shared.Scope;

/** Hooks, for programs. */
@RestController
@RequestMapping("/api/v1/units/{unit}/hooks")
@Tag(name = "hooks")
class ApiHooksController {
    private final Hooks hooks;
    private final Posting posting;

    ApiHooksController(Hooks hooks, Posting posting) {
        this.hooks = hooks;
        this.posting = posting;
    }

    /** Where to, and of what: any of begun, step, handed, moved, migrated, merged. */
    record HookBody(@Nullable String address, @Nullable List<String> kinds) {}

    /** A hook that was set. {@code secret}: what signatures are checked with; said here and nowhere else. */
    record SetView(String href, String secret) {}

    /** A hook. */
    record HookView(
            UUID id,
            String address,
            List<HookKind> kinds,
            Instant recordedAt,
            Hook.State state,
            Instant since,
            int failures) {
        static HookView of(Hook hook) {
            return new HookView(
                    hook.hookId(),
                    hook.address(),
                    hook.kinds(),
                    hook.recordedAt(),
                    hook.state(),
                    hook.since(),
                    hook.failures());
        }
    }

    /** A message. {@code next}: when it is tried again; null once it was taken. */
    record DeliveryView(
            String message,
            HookKind kind,
            Instant happenedAt,
            Delivery.State state,
            int attempts,
            @Nullable Instant next,
            String answer) {
        static DeliveryView of(Delivery delivery) {
            return new DeliveryView(
                    delivery.message(),
                    delivery.kind(),
                    delivery.happenedAt(),
                    delivery.state(),
                    delivery.attempts(),
                    delivery.state() == Delivery.State.DELIVERED ? null : delivery.nextAt(),
                    delivery.answer());
        }
    }

    @GetMapping
    @Operation(summary = "The hooks of the unit, the latest first, those that have ended last")
    List<HookView> list(Scope scope) {
        return hooks.of(scope).stream().map(HookView::of).toList();
    }

    @PostMapping
    @Operation(summary = "Have another system told what becomes of matters; the answer holds the secret, once")
    ResponseEntity<SetView> set(Scope scope, HttpServletRequest request, @RequestBody HookBody body) {
        List<HookKind> kinds = HookWords.exactly(Objects.requireNonNullElse(body.kinds(), List.of()));
        String address = hooks.address(Objects.requireNonNullElse(body.address(), ""));
        ResponseEntity<Done> made =
                posting.made(scope, request, body, () -> address(scope, hooks.set(scope, address, kinds)));
        String href = Objects.requireNonNull(made.getBody()).href();
        UUID id = UUID.fromString(href.substring(href.lastIndexOf('/') + 1));
        return ResponseEntity.status(made.getStatusCode())
                .headers(made.getHeaders())
                .body(new SetView(href, hooks.secret(scope, id)));
    }

    @GetMapping("/{hook}")
    @Operation(summary = "A hook")
    HookView one(Scope scope, @PathVariable UUID hook) {
        return HookView.of(hooks.find(scope, hook));
    }

    @GetMapping("/{hook}/deliveries")
    @Operation(summary = "The latest 50 messages to a hook, the latest first; kept for 30 days")
    List<DeliveryView> deliveries(Scope scope, @PathVariable UUID hook) {
        return hooks.deliveries(scope, hook).stream().map(DeliveryView::of).toList();
    }

    @PostMapping("/{hook}/tests")
    @Operation(summary = "Send a message in which nothing happened")
    ResponseEntity<Done> test(Scope scope, HttpServletRequest request, @PathVariable UUID hook) {
        return done(scope, request, hook, () -> hooks.test(scope, hook));
    }

    @PostMapping("/{hook}/waking")
    @Operation(summary = "Go on with a hook at rest: all that waits for it is sent")
    ResponseEntity<Done> wake(Scope scope, HttpServletRequest request, @PathVariable UUID hook) {
        return done(scope, request, hook, () -> hooks.wake(scope, hook));
    }

    @PostMapping("/{hook}/ending")
    @Operation(summary = "End a hook for good")
    ResponseEntity<Done> end(Scope scope, HttpServletRequest request, @PathVariable UUID hook) {
        return done(scope, request, hook, () -> hooks.end(scope, hook));
    }

    @PostMapping("/{hook}/deliveries/{message}/repetition")
    @Operation(summary = "Send a message once more")
    ResponseEntity<Done> again(
            Scope scope, HttpServletRequest request, @PathVariable UUID hook, @PathVariable String message) {
        HookWords.Message asked = HookWords.message(message);
        return done(scope, request, hook, () -> hooks.again(scope, hook, asked.subject(), asked.place()));
    }

    private ResponseEntity<Done> done(Scope scope, HttpServletRequest request, UUID hook, Runnable work) {
        return posting.changed(scope, request, "", () -> {
            work.run();
            return address(scope, hook);
        });
    }

    private static String address(Scope scope, UUID hook) {
        return "/api/v1/units/" + scope.unit() + "/hooks/" + hook;
    }
}
