package org.yijitong.organization.web;

import java.util.List;
import org.yijitong.organization.UnitSums;

/** The units below the user's own, each opening its tree. */
public record UnitsPage(String title, String lead, List<UnitSums.Sum> units) {}
