package org.yijitong.journeys;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationContext;
import org.yijitong.notice.HookKind;
import org.yijitong.notice.Hooks;
import org.yijitong.shared.Scope;

/** Another system that is told what becomes of matters, with a trial on its way. */
final class SampleHook {
    private static final Map<ApplicationContext, String> ONE = new ConcurrentHashMap<>();

    private SampleHook() {}

    static String one(ApplicationContext context) {
        return ONE.computeIfAbsent(context, SampleHook::made);
    }

    private static String made(ApplicationContext context) {
        Scope scope = Sample.of(context).scope();
        Hooks hooks = context.getBean(Hooks.class);
        UUID hook = hooks.set(scope, "https://oa.example.gov.cn/yijitong", List.of(HookKind.BEGUN, HookKind.STEP));
        hooks.test(scope, hook);
        return "/units/" + scope.unit() + "/hooks/" + hook;
    }
}
