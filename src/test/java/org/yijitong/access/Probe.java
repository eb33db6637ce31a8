package org.yijitong.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

/** Routes that say what scope they were given, under the real policy file with a few lines added. */
@TestConfiguration(proxyBeanMethods = false)
@Import({World.class, Probe.Routes.class})
public class Probe {
    private static final String ACTIONS = """
            actions:
              probe.see:
                means: test
                who: {secretary: own, officer: own, administrator: own, staff: own and below}
              probe.change:
                means: test
                who: {officer: own, administrator: own, staff: own and below}
              probe.name:
                means: test
                who: {officer: own, staff: "own, and below with a reason"}
            """;
    private static final String ROUTES = """
            routes:
              GET /units/{unit}/probe: probe.see
              POST /units/{unit}/probe: probe.change
              GET /units/{unit}/probe/names: probe.name
              GET /units/{unit}/probe/names/{thing}: probe.name
              GET /api/v1/units/{unit}/probe/names: probe.name
              GET /probe: probe.see
              POST /probe: probe.change
              GET /api/v1/probe: probe.see
              POST /api/v1/probe: probe.change
              GET /probe/absent: probe.see
              GET /probe/staff-only: probe.change
              GET /api/v1/probe/staff-only: probe.change
              GET /api/v1/probe/refused: probe.see
              GET /api/v1/probe/invalid: probe.see
            """;

    /** The text of the real policy file. */
    public static String realPolicy() throws IOException {
        try (InputStream file = new ClassPathResource("policy.yaml").getInputStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Bean
    @Primary
    Policy policyWithProbes() throws IOException {
        return PolicyFile.read(
                realPolicy().replaceFirst("(?m)^actions:\n", ACTIONS).replaceFirst("(?m)^routes:\n", ROUTES));
    }

    /** The status of what the gate let through, when nothing was to be run behind it. */
    public static final int THROUGH = 299;

    /** The header that asks for nothing to be run behind the gate. */
    public static final String GATE_ONLY = "Gate-Only";

    /** Behind the gate, since what a configurer adds follows the interceptors that are beans. */
    @Bean
    WebMvcConfigurer nothingBehindTheGate() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new Stop());
            }
        };
    }

    /** Answers with the scope that the gate gave. */
    static class Stop implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
                throws IOException {
            if (request.getHeader(GATE_ONLY) == null || request.getDispatcherType() == DispatcherType.ERROR) {
                return true;
            }
            response.setStatus(THROUGH);
            if (request.getAttribute(Scope.class.getName()) instanceof Scope scope) {
                response.getOutputStream().print(scope.unit() + " " + scope.top());
            }
            return false;
        }
    }

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }

    @RestController
    static class Routes {
        @GetMapping({"/units/{unit}/probe", "/probe", "/api/v1/probe", "/probe/staff-only", "/api/v1/probe/staff-only"})
        String see(Scope scope) {
            return scope.unit() + " " + scope.top();
        }

        @GetMapping({
            "/units/{unit}/probe/names",
            "/units/{unit}/probe/names/{thing}",
            "/api/v1/units/{unit}/probe/names"
        })
        String names(Scope scope) {
            return scope.unit() + " " + scope.top();
        }

        @PostMapping({"/units/{unit}/probe", "/probe", "/api/v1/probe"})
        String change(Scope scope) {
            return scope.unit() + " " + scope.top();
        }

        @GetMapping("/api/v1/probe/refused")
        String refused(Scope scope) {
            throw new Refused("shared.once.other");
        }

        @GetMapping("/api/v1/probe/invalid")
        String invalid(Scope scope) {
            throw new Invalid("password", "access.password.short", 10);
        }

        @GetMapping("/probe/absent")
        String absent(Scope scope) {
            throw new NotFound();
        }
    }
}
