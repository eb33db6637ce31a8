package org.yijitong.matter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;
import static org.yijitong.access.web.Browser.text;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.w3c.dom.Element;

/** A unit that takes requests by Open311, and programs that send them. */
abstract class Open311Desk extends DoorDesk {
    static final String V2 = "/open311/v2/";

    /** The code of the unit. */
    String jurisdiction() {
        return page(officer.get("/units/" + made.unit().unitId() + "/open311"))
                .expectFirst("dl.kv code")
                .text();
    }

    /** A key that the officer gives out. */
    String key(String program) {
        MvcTestResult given = officer.post(
                "/units/" + made.unit().unitId() + "/open311",
                "key",
                UUID.randomUUID().toString(),
                "name",
                program);
        assertThat(status(given)).isEqualTo(200);
        return page(given).select("section.card code").text();
    }

    /** As a program asks, which knows no cookies. */
    MvcTestResult ask(String address) {
        return mvc.get().uri(URI.create(V2 + address)).exchange();
    }

    MvcTestResult send(String address, String... fields) {
        return sendAs("", address, fields);
    }

    /** @param once what tells the request from others; empty for nothing */
    MvcTestResult sendAs(String once, String address, String... fields) {
        MockMvcRequestBuilder request = mvc.post()
                .uri(URI.create(V2 + address))
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .with(raw -> {
                    raw.setRemoteAddr("198.51.100." + (int) (Math.random() * 200));
                    return raw;
                });
        if (!once.isEmpty()) {
            request.header("Idempotency-Key", once);
        }
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    /** The outermost element, as a parser of its own reads it. */
    static Element xml(MvcTestResult answer) {
        assertThat(answer.getResponse().getContentType()).isEqualToIgnoringCase("text/xml;charset=utf-8");
        assertThat(text(answer)).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))
                    .getDocumentElement();
        } catch (javax.xml.parsers.ParserConfigurationException | org.xml.sax.SAXException | java.io.IOException e) {
            throw new AssertionError(text(answer), e);
        }
    }

    /** The text of the first element of a name. */
    static String first(Element root, String name) {
        return root.getElementsByTagName(name).item(0).getTextContent();
    }
}
