package org.yijitong.activity.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
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
import org.yijitong.activity.Archives;
import org.yijitong.activity.AttachedFile;
import org.yijitong.activity.Attachments;
import org.yijitong.activity.RecordId;
import org.yijitong.document.Attachment;
import org.yijitong.document.Contents;
import org.yijitong.shared.Posting;
import org.yijitong.shared.Posting.Done;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Sha256;

/** Files beside a record; none is ever needed. */
@RestController
@RequestMapping("/api/v1/units/{unit}/records/{record}/attachments")
@Tag(name = "records")
class ApiAttachmentsController {
    private final Attachments attachments;
    private final Archives archives;
    private final Posting posting;

    ApiAttachmentsController(Attachments attachments, Archives archives, Posting posting) {
        this.attachments = attachments;
        this.archives = archives;
        this.posting = posting;
    }

    /**
     * A file.
     *
     * @param sha256 of its bytes, in hexadecimal
     */
    record FileView(UUID id, String name, Attachment.Kind format, int size, String sha256, Instant recordedAt) {
        static FileView of(AttachedFile file) {
            return new FileView(
                    file.attachmentId(), file.name(), file.format(), file.size(), file.hash(), file.recordedAt());
        }
    }

    @GetMapping
    @Operation(summary = "The files of a record")
    List<FileView> list(Scope scope, @PathVariable UUID record) {
        RecordId id = archives.find(scope, new RecordId(record)).line().recordId();
        return attachments.of(scope, id).stream().map(FileView::of).toList();
    }

    @GetMapping("/{attachment}")
    @Operation(summary = "One file, as a download")
    ResponseEntity<byte[]> open(Scope scope, @PathVariable UUID record, @PathVariable UUID attachment) {
        return attachments.open(scope, new RecordId(record), attachment).answer();
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Put a file beside a record: PDF, JPEG, PNG, .docx or .xlsx, up to 10 MiB")
    ResponseEntity<Done> attach(
            Scope scope, HttpServletRequest request, @PathVariable UUID record, @RequestParam MultipartFile file)
            throws IOException {
        byte[] bytes = Contents.read(file.getInputStream(), Attachments.LARGEST);
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return posting.made(
                scope,
                request,
                List.of(name, Sha256.hex(bytes)),
                () -> href(scope, record) + "/" + attachments.attach(scope, new RecordId(record), name, bytes));
    }

    @PostMapping("/{attachment}/removals")
    @Operation(summary = "Take a file off a record; that it was there stays known")
    ResponseEntity<Done> remove(
            Scope scope, HttpServletRequest request, @PathVariable UUID record, @PathVariable UUID attachment) {
        return posting.changed(scope, request, "", () -> {
            attachments.remove(scope, new RecordId(record), attachment);
            return href(scope, record);
        });
    }

    private static String href(Scope scope, UUID record) {
        return "/api/v1/units/" + scope.unit() + "/records/" + record + "/attachments";
    }
}
