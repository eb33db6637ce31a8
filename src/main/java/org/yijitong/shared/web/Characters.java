package org.yijitong.shared.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.yijitong.shared.Unmet;

/** Refuses a request with characters that no text has and no database keeps: NUL, and halves of pairs. */
@Component
class Characters implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() != DispatcherType.ERROR
                && request.getParameterMap().values().stream()
                        .flatMap(Stream::of)
                        .anyMatch(Characters::isNoText)) {
            throw new Unmet(HttpStatus.BAD_REQUEST, "shared.problem.characters");
        }
        return true;
    }

    /** Code points are whole, so a surrogate among them stands alone. */
    static boolean isNoText(String value) {
        return value.codePoints().anyMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
    }
}
