package org.yijitong.paper;

import java.time.Instant;

/** A template that a unit put in place of ours. */
public record FormTemplate(String form, String fileName, Instant recordedAt) {}
