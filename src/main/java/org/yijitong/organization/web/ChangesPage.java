package org.yijitong.organization.web;

import java.util.List;
import java.util.Map;
import org.yijitong.shared.Link;

/**
 * The menu of what can be changed about an organization.
 *
 * @param deeds by group, the nouns of the deeds
 */
public record ChangesPage(String base, String name, List<Link> way, Map<String, List<String>> deeds) {}
