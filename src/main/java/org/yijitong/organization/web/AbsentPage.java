package org.yijitong.organization.web;

import org.yijitong.organization.DayView;

/** The page of an organization on a day on which it was not there. */
public record AbsentPage(String tree, String base, DayView day, String name, String title, String lead) {}
