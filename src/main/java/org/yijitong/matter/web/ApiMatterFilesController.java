package org.yijitong.matter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.yijitong.document.Contents;
import org.yijitong.matter.Evidence;
import org.yijitong.matter.MatterId;
import org.yijitong.shared.Posting;
import org.yijitong.shared.Posting.Done;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Sha256;

/** Files that show what was done in a matter. */
@RestController
@RequestMapping("/api/v1/units/{unit}/matters/{matter}/files")
@Tag(name = "matters")
class ApiMatterFilesController {
    private final Evidence evidence;
    private final Posting posting;

    ApiMatterFilesController(Evidence evidence, Posting posting) {
        this.evidence = evidence;
        this.posting = posting;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Put a file in: PDF, JPEG, PNG, .docx or .xlsx, up to 10 MiB",
            description =
                    "The last part of the address is its id, which a step names as the answer to a field of type file")
    ResponseEntity<Done> put(
            Scope scope, HttpServletRequest request, @PathVariable UUID matter, @RequestParam MultipartFile file)
            throws IOException {
        byte[] bytes = Contents.read(file.getInputStream(), Evidence.LARGEST);
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return posting.made(
                scope,
                request,
                List.of(name, Sha256.hex(bytes)),
                () -> "/api/v1/units/" + scope.unit() + "/matters/" + matter + "/files/"
                        + evidence.put(scope, new MatterId(matter), name, bytes));
    }

    @GetMapping("/{file}")
    @Operation(summary = "One file, as a download, for whoever may see the matter")
    ResponseEntity<byte[]> open(Scope scope, @PathVariable UUID matter, @PathVariable UUID file) {
        return evidence.open(scope, new MatterId(matter), file).answer();
    }
}
