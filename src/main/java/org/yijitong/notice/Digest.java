package org.yijitong.notice;

import java.util.UUID;

/**
 * What is said to one account on one day.
 *
 * @param subject up to 200 characters
 * @param body plain text, up to 4,000 characters; it names no person and no matter
 */
public record Digest(UUID account, String subject, String body) {}
