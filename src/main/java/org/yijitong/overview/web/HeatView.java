package org.yijitong.overview.web;

import java.util.Map;

/**
 * How a heat table is shown, and where the other way of showing it is.
 *
 * @param chart whether as columns instead of numbers
 * @param table the address of the page with numbers
 * @param columns the address of the page with columns
 */
public record HeatView(boolean chart, String table, String columns) {
    /** How an overview is asked for in its address. */
    static final String CHART = "chart";

    static HeatView of(OverviewQuery query, String address) {
        return new HeatView(
                query.chart(), query.at(address, Map.of("view", "")), query.at(address, Map.of("view", CHART)));
    }
}
