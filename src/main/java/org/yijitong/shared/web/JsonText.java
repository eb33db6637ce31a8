package org.yijitong.shared.web;

import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/** Texts in JSON, held to the same as those of forms: see {@link Characters}. */
@JacksonComponent
class JsonText extends StringDeserializer {
    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        String text = super.deserialize(parser, context);
        if (text != null && Characters.isNoText(text)) {
            throw context.weirdStringException(text, String.class, "characters that are no text");
        }
        return text;
    }
}
