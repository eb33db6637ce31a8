package org.yijitong.personal.web;

import java.time.LocalDate;
import java.util.List;
import org.yijitong.personal.MyData;

/** What is held on the person who looks, for A4. */
public record OwnPaper(String name, LocalDate day, List<MyData.Whole> units) {}
