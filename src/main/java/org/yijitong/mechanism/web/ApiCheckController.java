package org.yijitong.mechanism.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.mechanism.DutyInWords;
import org.yijitong.mechanism.Publications;
import org.yijitong.shared.Page;
import org.yijitong.shared.Words;
import org.yijitong.yaml.DocumentFault;

/** Tries a document before it is published, for programs. */
@RestController
@Tag(name = "mechanisms")
class ApiCheckController {
    private final Publications publications;

    ApiCheckController(Publications publications) {
        this.publications = publications;
    }

    /** @param text the document in YAML */
    record CheckBody(@Nullable String text) {}

    /**
     * What came of it.
     *
     * @param faults empty when it could be published
     * @param duties what it asks in plain sentences; empty when something is wrong or the same was published before
     */
    record CheckView(List<FaultView> faults, List<DutyView> duties) {}

    /** What is wrong; line and column from 1. */
    record FaultView(int line, int column, String sentence) {
        static FaultView of(DocumentFault fault, Words words) {
            return new FaultView(fault.line(), fault.column(), fault.sentence(words));
        }
    }

    /** A duty in plain sentences. */
    record DutyView(String duty, String name, String who, String often, String counts, String due) {
        static DutyView of(DutyInWords duty) {
            return new DutyView(duty.id(), duty.name(), duty.who(), duty.often(), duty.counts(), duty.due());
        }
    }

    @PostMapping("/api/v1/mechanisms/check")
    @Operation(summary = "Read a mechanism document and say what is wrong with it; nothing is stored")
    CheckView check(Page page, @RequestBody CheckBody body) {
        Publications.Checked checked = publications.check(Objects.requireNonNullElse(body.text(), ""));
        return new CheckView(
                checked.faults().stream()
                        .map(fault -> FaultView.of(fault, page.words()))
                        .toList(),
                checked.duties().stream()
                        .map(duty -> DutyView.of(new DutyInWords(duty, page.words())))
                        .toList());
    }
}
