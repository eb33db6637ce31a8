package org.yijitong.shared.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Page;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Unmet;
import tools.jackson.core.JacksonException;
import yijitong.html.Templates;

/**
 * One page, or for programs one problem document, for everything that went wrong. What is absent and what is not visible answer with the same bytes; a fault
 * of ours answers with a number that stands in the log.
 */
@Controller
@ControllerAdvice
class Problems implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Templates html;

    Problems(Templates html) {
        this.html = html;
    }

    /** Wrong addresses answer the same way; so does a method that an address does not take. */
    @ExceptionHandler({
        NotFound.class,
        NoHandlerFoundException.class,
        NoResourceFoundException.class,
        HttpRequestMethodNotSupportedException.class
    })
    View notFound(Page page, HttpServletRequest request) {
        return problem(page, request, HttpStatus.NOT_FOUND, null);
    }

    @ExceptionHandler(Refused.class)
    View refused(Page page, HttpServletRequest request, Refused refused) {
        return problem(page, request, HttpStatus.CONFLICT, page.t(refused.messageKey(), refused.arguments()));
    }

    /** Forms show their own faults; this is for a request that no form of ours sent. */
    @ExceptionHandler(Invalid.class)
    View invalid(Page page, HttpServletRequest request, Invalid invalid) {
        if (isApi(request)) {
            Map<String, String> faults = new LinkedHashMap<>();
            invalid.faults()
                    .forEach((field, fault) -> faults.put(
                            field, page.t(fault.messageKey(), fault.arguments().toArray())));
            return new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, null, faults);
        }
        Map.Entry<String, Invalid.Fault> first =
                invalid.faults().entrySet().iterator().next();
        return problem(page, request, HttpStatus.UNPROCESSABLE_CONTENT, page.fault(invalid.faults(), first.getKey()));
    }

    /** A condition of the request itself, such as that nothing changed meanwhile. */
    @ExceptionHandler(Unmet.class)
    View unmet(Page page, HttpServletRequest request, HttpServletResponse response, Unmet unmet) {
        unmet.retryAfter().ifPresent(each -> response.setHeader(HttpHeaders.RETRY_AFTER, each.toString()));
        return problem(page, request, unmet.status(), page.t(unmet.messageKey()));
    }

    /** What cannot be read. A part of an address that is no id names nothing. */
    @ExceptionHandler({
        HttpMessageNotReadableException.class,
        ServletRequestBindingException.class,
        MissingServletRequestPartException.class,
        MethodArgumentTypeMismatchException.class
    })
    View unreadable(Page page, HttpServletRequest request, Exception unread) {
        if (unread instanceof MethodArgumentTypeMismatchException mismatch
                && mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return problem(page, request, HttpStatus.NOT_FOUND, null);
        }
        if (isApi(request) && unread.getCause() instanceof JacksonException wrong) {
            String field = wrong.getPath().stream()
                    .map(place -> place.getPropertyName() == null
                            ? Integer.toString(place.getIndex())
                            : place.getPropertyName())
                    .collect(Collectors.joining("."));
            return field.isEmpty()
                    ? problem(page, request, HttpStatus.BAD_REQUEST, page.t("shared.problem.unreadable"))
                    : new ApiProblem(HttpStatus.BAD_REQUEST, null, Map.of(field, page.t("shared.problem.unreadable")));
        }
        return problem(page, request, HttpStatus.BAD_REQUEST, null);
    }

    /** What the container or the security filters refused, and what nobody caught. */
    @RequestMapping("/error")
    View any(Page page, HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus resolved = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        HttpStatus status = resolved == null ? HttpStatus.INTERNAL_SERVER_ERROR : resolved;
        if (!status.is5xxServerError()) {
            return problem(page, request, status, null);
        }
        String number = page.newKey().toString().substring(24);
        LOG.error("Problem {} at {}", number, request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), (Throwable)
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        return problem(page, request, status, page.t("shared.problem.number", number));
    }

    private View problem(Page page, HttpServletRequest request, HttpStatus status, @Nullable String sentence) {
        if (isApi(request)) {
            return new ApiProblem(status, sentence, Map.of());
        }
        String key = switch (status.value()) {
            case 401, 403 -> "403";
            case 404, 405 -> "404";
            case 409, 422, 413, 429 -> Integer.toString(status.value());
            default -> status.is4xxClientError() ? "400" : "500";
        };
        return new Html(html.sharedProblem(page, key, sentence), status);
    }

    /** Programs get problem documents, people get pages. */
    private static boolean isApi(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return (failed == null ? request.getRequestURI() : failed.toString()).startsWith("/api/v1/");
    }
}
