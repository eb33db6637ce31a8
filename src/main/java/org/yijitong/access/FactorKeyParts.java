package org.yijitong.access;

import org.springframework.context.annotation.Import;

/** What changes the keys of second steps and of identities outside, for the command that does. Not scanned: the product has no use for it. */
@Import({FactorKeyStore.class, FactorKeys.class, IdentityTieStore.class, IdentityTieKeys.class})
public final class FactorKeyParts {}
