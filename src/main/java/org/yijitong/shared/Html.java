package org.yijitong.shared;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;

/**
 * A compiled template as the answer of a controller: {@code return new Html(html.organizationTree(page, tree))}. The
 * page is rendered wholly before the first byte leaves, so a failing template answers 500, never half a page.
 *
 * @param model the template with its parameters
 * @param status 200, or 422 for a form shown again, or that of a problem page
 */
public record Html(JteModel model, HttpStatus status) implements View {
    public Html(JteModel model) {
        this(model, HttpStatus.OK);
    }

    @Override
    public void render(@Nullable Map<String, ?> ignored, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Utf8ByteOutput page = new Utf8ByteOutput();
        model.render(page);
        response.setStatus(status.value());
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.getContentLength());
        // A page has thousands of pieces; every write to the response passes all its filters.
        ByteArrayOutputStream whole = new ByteArrayOutputStream(page.getContentLength());
        page.writeTo(whole);
        whole.writeTo(response.getOutputStream());
    }
}
