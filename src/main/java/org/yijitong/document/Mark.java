package org.yijitong.document;

/**
 * What is wrong with one cell, to be shown on it.
 *
 * @param sheet as {@link SheetHead#index()}
 * @param row as {@link Row#number()}
 * @param column from 0
 * @param message in the reader's language
 */
public record Mark(int sheet, int row, int column, String message) {}
