package org.yijitong.mechanism.reading;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yijitong.yaml.Source;
import org.yijitong.yaml.SourceFiles;

/** The documents that ship with the product, and those that users put into the data folder. */
@Component
public class DocumentFiles {
    /** In the order in which their duties are shown. */
    private static final List<String> PACKS = List.of("statutory", "guangdong");

    private final SourceFiles files;

    DocumentFiles(SourceFiles files) {
        this.files = files;
    }

    /** Shipped documents first, each pack by the names of its files. */
    public List<Source> mechanisms() {
        return Stream.concat(
                        PACKS.stream().flatMap(pack -> SourceFiles.shipped("mechanisms/" + pack, pack)),
                        files.own("mechanisms"))
                .toList();
    }

    /** Shipped years first, so that a user's file for the same year is read after them. */
    List<Source> calendars() {
        return Stream.concat(SourceFiles.shipped("calendar", "calendar"), files.own("calendar"))
                .toList();
    }

    /** What the law forbids; only the product's own file. */
    Source redLines() {
        return SourceFiles.shipped("law", "law").findFirst().orElseThrow();
    }
}
