package org.yijitong.shared;

/** What is said in several languages, such as a name in a document; as an argument of a sentence it takes its language. */
@FunctionalInterface
public interface InLanguage {
    String in(Language language);
}
