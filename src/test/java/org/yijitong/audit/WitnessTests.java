package org.yijitong.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A witness outside gets every checkpoint, in order, and again until it took it. */
class WitnessTests {
    @TempDir
    Path folder;

    private final AtomicInteger status = new AtomicInteger(200);
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private LogDesk log;

    @BeforeEach
    void open() throws IOException {
        log = new LogDesk(folder);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/checkpoints", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        log.close();
    }

    private Witness witness(String path) {
        return new Witness(
                "http://127.0.0.1:" + server.getAddress().getPort() + path,
                log.part(LogStore.class),
                log.part(CheckpointFiles.class));
    }

    private void sign() {
        log.write(1);
        log.checkpoints().now();
    }

    @Test
    void whatWasNotTakenIsSentAgain() {
        var witness = witness("/checkpoints");
        sign();
        status.set(503);
        witness.send();
        sign();
        witness.send();
        status.set(204);
        witness.send();
        witness.send();
        assertThat(bodies).hasSize(3);
        var taken = CheckpointFiles.notes(bodies.getLast());
        assertThat(taken).extracting(LogNote::number).containsExactly(1L, 2L);
        assertThat(taken).allMatch(note -> log.checkpoints().key().signed(note.text()));
        sign();
        witness.send();
        assertThat(CheckpointFiles.notes(bodies.getLast()))
                .extracting(LogNote::number)
                .containsExactly(3L);
    }

    @Test
    void aWitnessThatCannotBeReachedStopsNothing() {
        sign();
        new Witness("http://127.0.0.1:1/checkpoints", log.part(LogStore.class), log.part(CheckpointFiles.class)).send();
        new Witness("", log.part(LogStore.class), log.part(CheckpointFiles.class)).send();
        assertThat(log.part(CheckpointFiles.class).witnessed()).isZero();
    }
}
