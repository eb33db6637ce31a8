package org.yijitong.activity.web;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.yijitong.activity.Archives;
import org.yijitong.activity.Attachments;
import org.yijitong.activity.RecordId;
import org.yijitong.document.Contents;
import org.yijitong.shared.Deeds;
import org.yijitong.shared.Html;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Sha256;
import yijitong.html.Templates;

/** Files beside a record: put in, taken out again, handed to whoever may read the record. */
@Controller
class AttachmentController {
    private final Attachments attachments;
    private final Archives archives;
    private final Deeds deeds;
    private final Templates html;

    AttachmentController(Attachments attachments, Archives archives, Deeds deeds, Templates html) {
        this.attachments = attachments;
        this.archives = archives;
        this.deeds = deeds;
        this.html = html;
    }

    @GetMapping("/units/{unit}/records/{record}/attachments")
    Html list(Page page, Scope scope, @PathVariable String record) {
        return shown(page, scope, RecordAddress.recordId(record), Map.of(), HttpStatus.OK);
    }

    @PostMapping("/units/{unit}/records/{record}/attachments")
    View attach(
            Page page,
            Scope scope,
            @PathVariable String record,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        RecordId id = RecordAddress.recordId(record);
        try {
            byte[] bytes = file == null ? new byte[0] : Contents.read(file.getInputStream(), Attachments.LARGEST);
            String name = file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
            MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
            values.add("key", key);
            values.add("file", name + " " + Sha256.hex(bytes));
            return deeds.run(scope, "/" + id + "/attachments", values, () -> {
                attachments.attach(scope, id, name, bytes);
                return new RecordAddress(scope.unit()).record(id, "attachments");
            });
        } catch (Invalid invalid) {
            return shown(page, scope, id, invalid.faults(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** Always as a download, never as a page of ours. */
    @GetMapping("/units/{unit}/records/{record}/attachments/{attachment}")
    ResponseEntity<byte[]> open(Scope scope, @PathVariable String record, @PathVariable String attachment) {
        return attachments
                .open(scope, RecordAddress.recordId(record), Ids.inAddress(attachment))
                .answer();
    }

    @PostMapping("/units/{unit}/records/{record}/attachments/{attachment}/removal")
    View remove(
            Scope scope,
            @PathVariable String record,
            @PathVariable String attachment,
            @RequestParam MultiValueMap<String, String> values) {
        RecordId id = RecordAddress.recordId(record);
        UUID file = Ids.inAddress(attachment);
        return deeds.run(scope, "/" + id + "/attachments/" + file, values, () -> {
            attachments.remove(scope, id, file);
            return new RecordAddress(scope.unit()).record(id, "attachments");
        });
    }

    private Html shown(Page page, Scope scope, RecordId id, Map<String, Invalid.Fault> faults, HttpStatus status) {
        AttachmentsPage shown = new AttachmentsPage(
                new RecordAddress(scope.unit()).record(id),
                archives.find(scope, id).line(),
                attachments.history(scope, id),
                faults);
        return new Html(html.activityAttachments(page, shown), status);
    }
}
