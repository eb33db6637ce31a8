package org.yijitong.matter.door;

import org.springframework.context.annotation.Import;

/** What {@link ContactKeys} is made of. Not scanned: the product has no use for it. */
@Import({ContactKeyStore.class, ContactKeys.class})
public final class ContactKeyParts {}
