package org.yijitong.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Addresses of style sheet, scripts and icons, whose names carry their hash so that browsers keep them for ever. */
public final class Assets {
    private static final Properties NAMES = read();

    private Assets() {}

    /**
     * The address of an asset.
     *
     * @param name as in {@code assets.properties}, such as {@code yj.css}
     * @throws IllegalArgumentException if {@code bin/assets} never made it
     */
    public static String url(String name) {
        String url = NAMES.getProperty(name);
        if (url == null) {
            throw new IllegalArgumentException("no asset called " + name);
        }
        return url;
    }

    private static Properties read() {
        try (InputStream in = Assets.class.getResourceAsStream("/assets.properties")) {
            Properties names = new Properties();
            names.load(in);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
