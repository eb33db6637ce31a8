package org.yijitong.yaml;

/**
 * A word that documents can use, with the message that says what it means.
 *
 * @param word as it is written
 * @param labelKey the message with its official term; the word stands for itself where there is none
 */
public record Term(String word, String labelKey) {}
