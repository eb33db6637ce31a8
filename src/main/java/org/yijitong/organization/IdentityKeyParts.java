package org.yijitong.organization;

import org.springframework.context.annotation.Import;

/** What changes the keys of identity numbers, for the command that does. Not scanned: the product has no use for it. */
@Import({IdentityKeyStore.class, IdentityKeys.class})
public final class IdentityKeyParts {}
