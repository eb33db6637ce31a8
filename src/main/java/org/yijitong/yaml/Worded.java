package org.yijitong.yaml;

import org.yijitong.shared.InLanguage;

/** What a document says in several languages, as it may fill a place of a sentence. */
@FunctionalInterface
public interface Worded extends InLanguage {}
