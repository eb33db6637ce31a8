package org.yijitong.matter.open311;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The two ways in which an answer is written. JSON is the XML without its outermost element, lists as arrays (the
 * specification calls this the Spark convention), an absent value as null.
 */
public enum Format {
    XML("text/xml;charset=utf-8"),
    JSON("application/json;charset=utf-8");

    /** What one of several is called in XML. */
    private static final Map<String, String> ONE = Map.of(
            "services", "service",
            "attributes", "attribute",
            "values", "value",
            "service_requests", "request",
            "errors", "error",
            "endpoints", "endpoint",
            "formats", "format");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** By the end of an address; XML, which every client reads, when it names none. */
    public static Format of(String address) {
        return address.endsWith(".json") ? JSON : XML;
    }

    /**
     * The whole answer.
     *
     * @param root the outermost element of XML
     * @param content a map of elements, or a list of maps
     */
    public byte[] write(JsonMapper json, String root, Object content) {
        return this == JSON ? json.writeValueAsString(content).getBytes(StandardCharsets.UTF_8) : xml(root, content);
    }

    private static byte[] xml(String root, Object content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter writer = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            writer.writeStartDocument("UTF-8", "1.0");
            element(writer, root, content);
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("nothing can fail in memory", e);
        }
        return out.toByteArray();
    }

    private static void element(XMLStreamWriter writer, String name, @Nullable Object content)
            throws XMLStreamException {
        writer.writeStartElement(name);
        if (content instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> each : map.entrySet()) {
                element(writer, each.getKey().toString(), each.getValue());
            }
        } else if (content instanceof List<?> list) {
            for (Object each : list) {
                element(writer, ONE.getOrDefault(name, name), each);
            }
        } else {
            writer.writeCharacters(plain(Objects.toString(content, "")));
        }
        writer.writeEndElement();
    }

    /** Without the characters that no XML may have (XML 1.0, section 2.2). */
    private static String plain(String text) {
        return text.codePoints()
                .filter(each -> each >= 0x20 || each == '\t' || each == '\n' || each == '\r')
                .filter(each -> each != 0xFFFE && each != 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
