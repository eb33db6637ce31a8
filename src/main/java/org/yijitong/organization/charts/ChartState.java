package org.yijitong.organization.charts;

/** What became of a chart that was brought in. */
public enum ChartState {
    /** Waiting for a person's word. */
    WAITING,
    /** Put in as a whole. */
    APPLIED,
    /** Put away; nothing of it was put in. */
    CANCELLED
}
