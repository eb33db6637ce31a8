package org.yijitong.notice;

import org.springframework.context.annotation.Import;

/** What changes the key of mail addresses, for the command that does. Not scanned: the product has no use for it. */
@Import({MailboxKeyStore.class, MailboxKeys.class})
public final class MailboxKeyParts {}
