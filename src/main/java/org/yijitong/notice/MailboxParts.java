package org.yijitong.notice;

import org.springframework.context.annotation.Import;

/** What {@link Mailboxes} is made of, for a process that serves no pages. Not scanned: the product has its own. */
@Import({MailboxStore.class, Mailboxes.class})
public final class MailboxParts {}
