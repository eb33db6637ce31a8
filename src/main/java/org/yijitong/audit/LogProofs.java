package org.yijitong.audit;

import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Scope;

/** Proofs as files of text, which {@code docs/Verify.java} reads: that an entry is in the log, that the log only grew. */
@Component
@Transactional(readOnly = true)
public class LogProofs {
    private final LogStore log;
    private final LogEntryStore entries;

    LogProofs(LogStore log, LogEntryStore entries) {
        this.log = log;
        this.entries = entries;
    }

    /**
     * That an entry of the unit is in the log as the last checkpoint signed it: its line, its number, the hashes from
     * below (RFC 9162 §2.1.3), an empty line, the checkpoint. Empty while it waits for its number.
     *
     * @throws NotFound if the unit has no such entry
     */
    public Optional<String> of(Scope scope, UUID entry) {
        var found = entries.line(scope.unit(), entry).orElseThrow(NotFound::new);
        var last = log.last();
        if (found.leafIndex() == null
                || last.isEmpty()
                || found.leafIndex() >= last.get().size()) {
            return Optional.empty();
        }
        var steps = Steps.inclusion(found.leafIndex(), last.get().size());
        return Optional.of(found.line() + "\n" + found.leafIndex() + "\n" + hashes(steps) + "\n"
                + last.get().note());
    }

    /**
     * That the last checkpoint continues an earlier one: the hashes (RFC 9162 §2.1.4), an empty line, both checkpoints.
     *
     * @param number of the earlier checkpoint
     * @throws NotFound if there is no such checkpoint
     */
    public String since(long number) {
        var earlier = log.after(number - 1, 1).stream()
                .filter(each -> each.checkpointNumber() == number)
                .findFirst()
                .orElseThrow(NotFound::new);
        var last = log.last().orElseThrow(NotFound::new);
        var steps = earlier.size() == 0 ? List.<Steps.Range>of() : Steps.consistency(earlier.size(), last.size());
        return hashes(steps) + "\n" + earlier.note() + "\n" + last.note();
    }

    /** The last checkpoint as it was signed. */
    public Optional<String> last() {
        return log.last().map(LogStore.Signed::note);
    }

    /** One a line. */
    private String hashes(List<Steps.Range> steps) {
        Set<Span> spans = new LinkedHashSet<>();
        steps.forEach(step -> spans.addAll(step.spans()));
        Map<Span, byte[]> roots = log.hashes(spans);
        var merkle = new Merkle();
        var lines = new StringBuilder();
        steps.forEach(step ->
                lines.append(HexFormat.of().formatHex(step.root(roots, merkle))).append('\n'));
        return lines.toString();
    }
}
