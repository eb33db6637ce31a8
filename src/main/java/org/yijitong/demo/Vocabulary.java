package org.yijitong.demo;

import java.util.List;
import java.util.Set;

/** The file {@code people.yaml}: what names and descriptions of people are made from, and which names never are. */
record Vocabulary(
        String surnames,
        String first,
        String second,
        List<String> ethnicities,
        String han,
        List<String> places,
        List<String> educations,
        List<String> titles,
        String retiredTitle,
        String mobile,
        String extension,
        String transferReason,
        String confirmReason,
        String activistReason,
        String admittedReason,
        String retiredReason,
        Set<String> avoid) {}
