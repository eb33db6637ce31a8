package org.yijitong.document.reading;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;
import org.yijitong.document.UnreadableWorkbook;
import org.yijitong.document.UnreadableWorkbook.Reason;

/** Foreign XML without document types, so without entities that expand or reach outside (OWASP XXE). */
final class Xml {

    private Xml() {}

    /** Takes elements by local name; refuses a document type at its first word. */
    abstract static class Elements extends DefaultHandler2 {

        @Override
        public void startDTD(String name, @Nullable String publicId, @Nullable String systemId) {
            throw new UnreadableWorkbook(Reason.DOCUMENT_TYPE);
        }

        @Override
        public InputSource resolveEntity(
                @Nullable String name, @Nullable String publicId, @Nullable String baseUri, String systemId) {
            throw new UnreadableWorkbook(Reason.DOCUMENT_TYPE);
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }

        /** An attribute without namespace. */
        static @Nullable String attribute(Attributes attributes, String name) {
            return attributes.getValue("", name);
        }

        /** An attribute that holds a whole number from 0; the fallback when absent, damaged when senseless. */
        static int number(Attributes attributes, String name, int fallback) {
            String value = attribute(attributes, name);
            return value == null ? fallback : Numbers.wholeNumber(value);
        }

        /** An xsd:boolean attribute, false when absent. */
        static boolean flag(Attributes attributes, String name) {
            String value = attribute(attributes, name);
            return value != null && (value.equals("1") || value.equals("true"));
        }
    }

    static void parse(InputStream in, Elements handler) {
        try (in) {
            SAXParser parser = parser();
            parser.setProperty("http://xml.org/sax/properties/lexical-handler", handler);
            parser.parse(in, handler);
        } catch (SAXException | IOException e) {
            throw new UnreadableWorkbook(Reason.DAMAGED, e);
        }
    }

    private static SAXParser parser() throws SAXException {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        try {
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return factory.newSAXParser();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's own parser lost a feature", e);
        }
    }
}
