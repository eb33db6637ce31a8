package org.yijitong.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The public key of the log: Ed25519 (RFC 8032), and the form of its signatures (C2SP signed-note).
 *
 * @param name of the log: {@code yijitong-audit-} and the beginning of the hash of the key
 * @param raw the 32 bytes of the key, in hexadecimal
 */
public record LogKey(String name, String raw) {
    /** What DER writes before an Ed25519 key (RFC 8410 §4). */
    private static final byte[] DER = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final byte[] ED25519 = {1};
    private static final int NAMED_BY = 8;
    private static final int ID = 4;
    private static final String DASH = "— ";

    static LogKey of(PublicKey key) {
        byte[] encoded = key.getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, DER.length, encoded.length);
        String hash = HexFormat.of().formatHex(new Merkle().plain(raw), 0, NAMED_BY);
        return new LogKey("yijitong-audit-" + hash, HexFormat.of().formatHex(raw));
    }

    /** The line by which outsiders know the key: name, its short hash, the key. */
    public String line() {
        byte[] typed = new byte[1 + Merkle.LENGTH];
        typed[0] = 1;
        System.arraycopy(bytes(), 0, typed, 1, Merkle.LENGTH);
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    /** The key that such a line tells; empty when it is none. */
    static Optional<LogKey> in(String line) {
        String[] parts = line.split("\\+", 3);
        try {
            byte[] typed = Base64.getDecoder().decode(parts[parts.length - 1]);
            var key = new LogKey(parts[0], HexFormat.of().formatHex(typed, 1, typed.length));
            return key.line().equals(line) ? Optional.of(key) : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** The signed note. */
    String note(String text, byte[] signature) {
        byte[] all = new byte[ID + signature.length];
        System.arraycopy(id(), 0, all, 0, ID);
        System.arraycopy(signature, 0, all, ID, signature.length);
        return text + "\n" + DASH + name + " " + Base64.getEncoder().encodeToString(all) + "\n";
    }

    /** Whether this key signed that note, its text as it stands. */
    boolean signed(String note) {
        int end = note.indexOf("\n\n");
        String begins = DASH + name + " ";
        if (end < 0 || !note.startsWith(begins, end + 2) || !note.endsWith("\n")) {
            return false;
        }
        try {
            String coded = note.substring(end + 2 + begins.length(), note.length() - 1);
            byte[] all = Base64.getDecoder().decode(coded);
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded())));
            signature.update(note.substring(0, end + 1).getBytes(StandardCharsets.UTF_8));
            return coded.equals(Base64.getEncoder().encodeToString(all))
                    && Arrays.equals(all, 0, Math.min(ID, all.length), id(), 0, ID)
                    && signature.verify(all, ID, all.length - ID);
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return false;
        }
    }

    private byte[] bytes() {
        return HexFormat.of().parseHex(raw);
    }

    private byte[] encoded() {
        byte[] encoded = Arrays.copyOf(DER, DER.length + Merkle.LENGTH);
        System.arraycopy(bytes(), 0, encoded, DER.length, Merkle.LENGTH);
        return encoded;
    }

    private byte[] id() {
        byte[] hash = new Merkle().plain((name + "\n").getBytes(StandardCharsets.UTF_8), ED25519, bytes());
        return Arrays.copyOf(hash, ID);
    }
}
