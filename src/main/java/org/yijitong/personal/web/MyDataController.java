package org.yijitong.personal.web;

import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yijitong.access.SignedIn;
import org.yijitong.personal.MyData;
import org.yijitong.personal.Register;
import org.yijitong.shared.Days;
import org.yijitong.shared.Html;
import org.yijitong.shared.Page;
import yijitong.html.Templates;

/**
 * What is held on whoever is signed in (PIPL art. 45). No address holds an id of a person or an account: whose data it is
 * follows from the session alone, and a unit is the first, second, … of one's own.
 */
@Controller
class MyDataController {
    private final MyData data;
    private final Register register;
    private final Takeaway takeaway;
    private final Days days;
    private final Templates html;

    MyDataController(MyData data, Register register, Takeaway takeaway, Days days, Templates html) {
        this.data = data;
        this.register = register;
        this.takeaway = takeaway;
        this.days = days;
        this.html = html;
    }

    @GetMapping("/account/data")
    Html show(Page page, SignedIn who) {
        return new Html(html.personalMine(page, new MinePage(who.name(), register, data.shares(who.account()))));
    }

    @GetMapping("/account/data/{table}")
    Html rows(
            Page page,
            SignedIn who,
            @PathVariable String table,
            @RequestParam(defaultValue = "0") int unit,
            @RequestParam(defaultValue = "0") int part) {
        return new Html(html.personalRows(page, data.rows(who.account(), table, unit, part), new OwnPart(unit, part)));
    }

    @GetMapping("/account/data/traces")
    Html traces(
            Page page,
            SignedIn who,
            @RequestParam(defaultValue = "0") int unit,
            @RequestParam(defaultValue = "0") int part) {
        return new Html(html.personalTraces(page, data.traces(who.account(), unit, part), new OwnPart(unit, part)));
    }

    @GetMapping("/account/data/print")
    Html print(Page page, SignedIn who) {
        return new Html(html.personalPaper(
                page, new OwnPaper(who.name(), days.today(), data.all(who.account(), MyData.PRINTED))));
    }

    /** A copy to take along (PIPL art. 45): what the rows say, and what each item means. */
    @PostMapping("/account/data/copies")
    ResponseEntity<byte[]> take(SignedIn who) throws IOException {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("my-data-" + days.today() + ".zip")
                                .build()
                                .toString())
                .body(takeaway.of(register, data.take(who.account())));
    }
}
