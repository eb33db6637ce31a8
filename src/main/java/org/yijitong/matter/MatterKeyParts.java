package org.yijitong.matter;

import org.springframework.context.annotation.Import;
import org.yijitong.matter.door.ContactKeyParts;

/** What changes the keys of the door, for the command that does. Not scanned: the product has no use for it. */
@Import(ContactKeyParts.class)
public final class MatterKeyParts {}
