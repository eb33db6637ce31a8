package org.yijitong.audit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends every checkpoint to a witness outside, named by {@code YIJITONG_WITNESS}: a POST of signed notes, one after the
 * other, as they stand in the files. What was not taken with a 2xx is sent again a minute later, in order, until it is.
 * Of two nodes each sends; a note that came before says nothing new.
 */
@Component
class Witness {
    private static final Logger LOG = LoggerFactory.getLogger(Witness.class);
    private static final int AT_ONCE = 500;
    private static final int OK = 2;
    private static final int HUNDRED = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String address;
    private final LogStore store;
    private final CheckpointFiles files;

    Witness(@Value("${yijitong.witness:}") String address, LogStore store, CheckpointFiles files) {
        this.address = address;
        this.store = store;
        this.files = files;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 75_000)
    void send() {
        if (address.isEmpty()) {
            return;
        }
        try (var client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .version(HttpClient.Version.HTTP_1_1)
                .build()) {
            List<LogStore.Signed> next = store.after(files.witnessed(), AT_ONCE);
            while (!next.isEmpty()) {
                post(client, next);
                files.witnessed(next.getLast().checkpointNumber());
                next = store.after(files.witnessed(), AT_ONCE);
            }
        } catch (IOException e) {
            LOG.warn("the witness did not take the checkpoints, they are sent again in a minute: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void post(HttpClient client, List<LogStore.Signed> notes) throws IOException, InterruptedException {
        String body = notes.stream().map(note -> note.note() + "\n").collect(Collectors.joining());
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        int status =
                client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status / HUNDRED != OK) {
            throw new IOException("it answered " + status);
        }
    }
}
