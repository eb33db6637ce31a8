package org.yijitong.audit.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yijitong.audit.Checkpoint;
import org.yijitong.shared.Invalid;

/**
 * What was signed of the log.
 *
 * @param latest the latest first
 * @param key that signs
 * @param reads whether the reader may see the log itself, too
 * @param since the number that was typed of a checkpoint that the reader keeps
 * @param proof that the log only grew since then; null when nothing was asked, or there is none
 */
public record SignaturesPage(
        List<Checkpoint> latest,
        String key,
        boolean reads,
        String since,
        @Nullable String proof,
        Map<String, Invalid.Fault> faults) {}
