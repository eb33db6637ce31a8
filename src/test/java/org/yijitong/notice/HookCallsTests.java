package org.yijitong.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a call makes of servers that are not what they should be. */
class HookCallsTests {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path folder;

    private static SSLContext known;
    private static HttpsServer server;

    private final HookCalls calls = new HookCalls(new HookAddresses("127.0.0.0/8, ::1/128"), Duration.ofSeconds(2));

    /** A server whose certificate is for localhost and signed by nobody but itself. */
    @BeforeAll
    static void serve() throws Exception {
        KeyStore keys = keys(folder.resolve("keys.p12"));
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        known = SSLContext.getInstance("TLS");
        known.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(known));
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    private static KeyStore keys(Path file) throws Exception {
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String words =
                "-genkeypair -alias server -keyalg EC -storetype PKCS12 -dname CN=localhost -ext SAN=dns:localhost"
                        + " -validity 2 -storepass " + new String(PASSWORD) + " -keystore " + file;
        List<String> command = new ArrayList<>(List.of(tool));
        command.addAll(List.of(words.split(" ", -1)));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    private static String at(String host) {
        return "https://" + host + ":" + server.getAddress().getPort() + "/in?from=here";
    }

    @Test
    void aCertificateIsCheckedAgainstTheNameAndAgainstWhomThisServerBelieves() {
        assertThat(calls.post(known.getSocketFactory(), at("localhost"), Map.of("webhook-id", "x_1"), BODY))
                .isEqualTo("204");
        assertThat(calls.post(known.getSocketFactory(), at("127.0.0.1"), Map.of(), BODY))
                .as("another name")
                .isEqualTo("certificate");
        assertThat(calls.post(at("localhost"), Map.of(), BODY))
                .as("signed by nobody")
                .isEqualTo("certificate");
    }

    @Test
    void whatLiesInsideIsNotEvenConnectedTo() {
        HookCalls strict = new HookCalls(new HookAddresses(""), Duration.ofSeconds(2));
        assertThat(strict.post(known.getSocketFactory(), at("localhost"), Map.of(), BODY))
                .isEqualTo("barred");
    }

    @Test
    void whoeverDribblesOrSpeaksSomethingElseIsLeft() throws IOException {
        try (ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + door.getLocalPort() + "/";
            Thread.ofVirtual().start(() -> answer(door, "HTTP/1.1 2", true));
            assertThat(calls.post(address, Map.of(), BODY)).isEqualTo("timeout");
            for (String word : new String[] {"SSH-2.0-x\r\n", "x".repeat(5000), "", "HTTP/1.1 2000 x\r\n"}) {
                Thread.ofVirtual().start(() -> answer(door, word, false));
                assertThat(calls.post(address, Map.of(), BODY)).as(word).isEqualTo("unreachable");
            }
            Thread.ofVirtual().start(() -> answer(door, "HTTP/1.1 503 so\r\nX: " + "y".repeat(9000), true));
            assertThat(calls.post(address, Map.of(), BODY))
                    .as("without the rest")
                    .isEqualTo("503");
        }
    }

    /** Reads the request, says some words, and stays on the line or goes. */
    private static void answer(ServerSocket door, String words, boolean stays) {
        try (Socket caller = door.accept()) {
            InputStream in = caller.getInputStream();
            int read = in.read();
            while (read >= 0 && read != '}') {
                read = in.read();
            }
            caller.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
            caller.getOutputStream().flush();
            while (stays && read >= 0) {
                read = in.read();
            }
        } catch (IOException gone) {
            assertThat(gone).isNotNull();
        }
    }
}
