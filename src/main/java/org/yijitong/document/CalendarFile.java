package org.yijitong.document;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.Temporal;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

/** Writes a calendar that programs subscribe to (iCalendar, RFC 5545 and 7986). */
public final class CalendarFile {
    /** The media type, with its character set. */
    public static final String TYPE = "text/calendar;charset=UTF-8";

    private CalendarFile() {}

    /**
     * One event. It keeps nobody busy.
     *
     * @param uid the same as long as it is the same event
     * @param start a day, or a moment
     * @param end a moment; null for whole days and where no end is known
     * @param place empty where none is known
     */
    public record Event(
            String uid,
            Temporal start,
            @Nullable Temporal end,
            String summary,
            String description,
            String place,
            URI address) {}

    /**
     * The calendar as a file, in UTF-8.
     *
     * @param stamp as of when the events were put together
     */
    public static byte[] write(String name, Instant stamp, List<Event> events) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Yijitong//Yijitong//ZH"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(new Name(plain(name)));
        // Written as it is, unlike texts: a line end in it would begin a property of its own.
        calendar.add(new XProperty("X-WR-CALNAME", plain(name).replace('\n', ' ')));
        calendar.add(new RefreshInterval(new ParameterList(), Period.ofDays(1)));
        events.forEach(event -> calendar.add(event(event, stamp)));
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(true).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static VEvent event(Event event, Instant stamp) {
        VEvent made = new VEvent(false);
        made.add(new Uid(event.uid()));
        made.add(new DtStamp(stamp));
        made.add(new DtStart<>(event.start()));
        if (event.end() != null) {
            made.add(new DtEnd<>(event.end()));
        }
        made.add(new Summary(plain(event.summary())));
        made.add(new Description(plain(event.description())));
        if (!event.place().isEmpty()) {
            made.add(new Location(plain(event.place())));
        }
        made.add(new Url(event.address()));
        made.add(ImmutableTransp.TRANSPARENT);
        return made;
    }

    /** Line ends as the writer knows them; a return by itself, which it leaves, is the end of a line to some readers. */
    private static String plain(String text) {
        return text.replaceAll("\\R", "\n").replaceAll("[\\p{Cntrl}&&[^\n]]", " ");
    }
}
