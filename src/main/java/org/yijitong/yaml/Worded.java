package org.yijitong.yaml;

import org.yijitong.shared.Language;

/** What a document says in several languages, as it may fill a place of a sentence. */
@FunctionalInterface
public interface Worded {
    String in(Language language);
}
