package org.yijitong.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server as small as RFC 5321 allows: takes messages, says no, or goes away when it has one. */
public final class SmallMailServer implements AutoCloseable {
    /** What it does with a message. */
    public enum Mood {
        TAKES,
        /** 451: not now, and repeats to whom, as servers do. */
        REFUSES,
        /** Keeps the message and is gone before it says so. */
        DIES,
        /** Keeps the message and says nothing until the other side goes away. */
        HANGS
    }

    private final ServerSocket door;
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.TAKES;

    public SmallMailServer() {
        try {
            door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    public int port() {
        return door.getLocalPort();
    }

    public void mood(Mood next) {
        mood = next;
    }

    /** What it has, as it came. */
    public List<String> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void listen() {
        while (!door.isClosed()) {
            try (Socket caller = door.accept()) {
                talk(caller);
            } catch (SocketException closed) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = caller.getOutputStream();
        say(out, "220 small");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String word = line.toUpperCase(Locale.ROOT);
            if (word.startsWith("DATA")) {
                if (!data(in, out)) {
                    return;
                }
            } else if (word.startsWith("RCPT") && mood == Mood.REFUSES) {
                say(out, "451 not now: " + line);
            } else if (word.startsWith("QUIT")) {
                say(out, "221 bye");
                return;
            } else {
                say(out, "250 ok");
            }
        }
    }

    private boolean data(BufferedReader in, OutputStream out) throws IOException {
        say(out, "354 go on");
        StringBuilder message = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            message.append(line).append('\n');
        }
        messages.add(message.toString());
        if (mood == Mood.HANGS) {
            outwait(in);
        }
        if (mood == Mood.DIES || mood == Mood.HANGS) {
            return false;
        }
        say(out, "250 taken");
        return true;
    }

    private static void outwait(BufferedReader in) throws IOException {
        try {
            String line = in.readLine();
            while (line != null) {
                line = in.readLine();
            }
        } catch (SocketException gone) {
            return;
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
