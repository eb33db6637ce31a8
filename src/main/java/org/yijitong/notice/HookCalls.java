package org.yijitong.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Calls hooks: one POST (RFC 9112) over a connection of its own to the address that was looked at, with the certificate
 * checked against the name. No redirect is followed, and of the answer only the first line is read. The client of the JDK
 * would ask for the name again and could so be led elsewhere.
 */
@Component
class HookCalls {
    private static final int LONGEST_LINE = 1000;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final HookAddresses addresses;
    private final Duration patience;

    HookCalls(HookAddresses addresses, @Value("${yijitong.hooks.patience:10s}") Duration patience) {
        this.addresses = addresses;
        this.patience = patience;
    }

    /** What came of it: a status of HTTP, or why there is none. */
    String post(String address, Map<String, String> headers, byte[] body) {
        return post((SSLSocketFactory) SSLSocketFactory.getDefault(), address, headers, body);
    }

    /** The same, believing other certificates than those that this Java believes. */
    String post(SSLSocketFactory believing, String address, Map<String, String> headers, byte[] body) {
        try (Call call = new Call(believing, URI.create(address), headers, body)) {
            return within(call);
        }
    }

    /** The whole of it within so long, however slowly the other side speaks. */
    private String within(Call call) {
        ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor();
        Future<Integer> status = beside.submit(call::status);
        try {
            return Integer.toString(status.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return "timeout";
        } catch (ExecutionException e) {
            return word(Objects.requireNonNull(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        } finally {
            beside.shutdown();
        }
    }

    private static String word(Throwable why) {
        return switch (why) {
            case HookAddresses.Barred _ -> "barred";
            case UnknownHostException _ -> "unknown";
            case SSLException _ -> "certificate";
            case InterruptedIOException _ -> "timeout";
            case IOException _ -> "unreachable";
            default -> throw new IllegalStateException("a hook could not be called", why);
        };
    }

    /** One request. Closed from another thread it ends at once. */
    private final class Call implements AutoCloseable {
        private final SSLSocketFactory believing;
        private final URI address;
        private final Map<String, String> headers;
        private final byte[] body;
        private final Socket plain = new Socket();

        Call(SSLSocketFactory believing, URI address, Map<String, String> headers, byte[] body) {
            this.believing = believing;
            this.address = address;
            this.headers = headers;
            this.body = body;
        }

        int status() throws IOException, HookAddresses.Barred {
            InetAddress pinned = addresses.resolve(address);
            boolean secure = HookAddresses.scheme(address).equals("https");
            int usual = secure ? HTTPS : HTTP;
            int port = address.getPort() < 0 ? usual : address.getPort();
            plain.setSoTimeout((int) patience.toMillis());
            plain.connect(new InetSocketAddress(pinned, port), (int) patience.toMillis());
            return secure ? said(secured(port)) : said(plain);
        }

        private Socket secured(int port) throws IOException {
            SSLSocket secured = (SSLSocket) believing.createSocket(plain, address.getHost(), port, true);
            SSLParameters asked = secured.getSSLParameters();
            asked.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(asked);
            secured.startHandshake();
            return secured;
        }

        private int said(Socket to) throws IOException {
            to.getOutputStream().write(head().getBytes(StandardCharsets.US_ASCII));
            to.getOutputStream().write(body);
            to.getOutputStream().flush();
            String line = firstLine(to.getInputStream());
            if (!line.matches("HTTP/1\\.[01] [1-5][0-9][0-9]( .*)?")) {
                throw new IOException("no answer in HTTP/1.1");
            }
            return Integer.parseInt(line.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
        }

        private String head() {
            String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
            String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
            String port = address.getPort() < 0 ? "" : ":" + address.getPort();
            StringBuilder head = new StringBuilder("POST " + path + query + " HTTP/1.1\r\n");
            head.append("Host: ").append(address.getHost()).append(port).append("\r\n");
            head.append("Connection: close\r\nContent-Type: application/json\r\nContent-Length: ")
                    .append(body.length)
                    .append("\r\n");
            headers.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            return head.append("\r\n").toString();
        }

        private static String firstLine(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int read = in.read(); read != '\n'; read = in.read()) {
                if (read < 0 || line.length() > LONGEST_LINE) {
                    throw new IOException("no answer in HTTP/1.1");
                }
                line.append((char) read);
            }
            return line.toString().strip();
        }

        @Override
        public void close() {
            try {
                plain.close();
            } catch (IOException e) {
                throw new IllegalStateException("a connection does not close", e);
            }
        }
    }
}
