package org.yijitong.shared;

/**
 * A link with its words, as in the line that says where one is.
 *
 * @param href an address of this site
 * @param words what is shown
 */
public record Link(String href, String words) {}
