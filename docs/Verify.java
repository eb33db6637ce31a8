import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.security.*;
import java.security.spec.X509EncodedKeySpec;
import java.util.*;

/**
 * Checks the log of an installation of Yijitong without trusting it. One file, no library, JDK 17 or newer:
 *
 * <pre>
 * java Verify.java FOLDER [WITNESSED...]    the whole log, taken out by "./run verify-audit --export FOLDER";
 *                                           WITNESSED: files of checkpoints you received earlier and kept
 * java Verify.java --proof KEY PROOF        one entry; KEY is the file with the key, PROOF the file from its page
 * java Verify.java --consistency KEY PROOF  that a later checkpoint continues an earlier one
 * </pre>
 *
 * <p>The key must be the one you noted when the log began: whoever gives you a log can also give you a key. Where the key of
 * the log was changed, the last checkpoint of the old key names the new one, which is followed and printed. KEY for a later
 * proof: the first key in the first line, then a line for each later one as it was printed. Hashes are
 * those of RFC 9162 §2.1 (SHA-256, 0x00 before a leaf, 0x01 before a node), signatures Ed25519 (RFC 8032) in the form of
 * C2SP signed-note. Ends with status 0 when all is whole, 1 when something was altered, 2 when it cannot tell.
 */
public class Verify {
    private static final String FROM = "from checkpoint ";
    private static final HexFormat HEX = HexFormat.of();

    private final MessageDigest sha;
    private final List<String> found = new ArrayList<>();
    private String name = "";
    private final TreeMap<Long, Key> keys = new TreeMap<>();

    private Verify(MessageDigest sha) {
        this.sha = sha;
    }

    public static void main(String[] words) throws IOException, GeneralSecurityException {
        var verify = new Verify(MessageDigest.getInstance("SHA-256"));
        String said;
        try {
            if (words[0].startsWith("--")) {
                verify.readKey(Path.of(words[1]));
                var proof = Files.readAllLines(Path.of(words[2]));
                said = words[0].equals("--proof") ? verify.inclusion(proof) : verify.consistency(proof);
            } else {
                verify.readKey(Path.of(words[0], "key.txt"));
                said = verify.log(Path.of(words[0]), List.of(words).subList(1, words.length));
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            System.err.println("cannot be read: " + e + "\nhow to use it stands at the head of Verify.java");
            System.exit(2);
            return;
        }
        verify.keys.tailMap(1L).forEach((number, key) -> System.out.println(FROM + number + ": " + key.line));
        verify.found.stream().limit(50).forEach(System.out::println);
        System.out.println(verify.name + ": " + said + ": "
                + (verify.found.isEmpty() ? "whole" : verify.found.size() + " findings, ALTERED"));
        System.exit(verify.found.isEmpty() ? 0 : 1);
    }

    private String log(Path folder, List<String> witnessed) throws IOException, GeneralSecurityException {
        var checkpoints = notes(Files.readString(folder.resolve("checkpoints.txt")));
        long number = 0;
        long size = 0;
        for (var each : checkpoints) {
            check(each.number == ++number, "checkpoint " + number + " is gone");
            check(each.size >= size, "checkpoint " + each.number + " speaks of fewer entries than the one before");
            size = each.size;
        }
        var kept = new ArrayList<>(checkpoints);
        for (var file : witnessed) {
            for (var each : notes(Files.readString(Path.of(file)))) {
                check(each.size <= size, "the witnessed checkpoint " + each.number + " speaks of " + each.size
                        + " entries, the log ends at " + size);
                kept.add(each);
            }
        }
        long entries = entries(folder, kept);
        check(entries == size, "there are " + entries + " entries, the last checkpoint speaks of " + size);
        return entries + " entries under " + checkpoints.size() + " checkpoints, "
                + (kept.size() - checkpoints.size()) + " witnessed";
    }

    private long entries(Path folder, List<Note> notes) throws IOException {
        Map<Long, List<Note>> bySize = new HashMap<>();
        notes.forEach(note -> bySize.computeIfAbsent(note.size, size -> new ArrayList<>()).add(note));
        var tree = new Tree();
        compare(tree, bySize);
        var said = folder.resolve("details.txt");
        try (var lines = Files.newBufferedReader(folder.resolve("entries.txt"));
                var details = Files.exists(said) ? Files.newBufferedReader(said) : null) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                tree.append(leaf(line));
                compare(tree, bySize);
                if (details != null) {
                    detail(line, details, tree.size);
                }
            }
        }
        return tree.size;
    }

    /** The detail of an entry: salt, text; a hyphen when it was erased. */
    private void detail(String line, BufferedReader details, long number) throws IOException {
        var detail = details.readLine();
        if (detail == null) {
            found.add("the detail of entry " + (number - 1) + " is missing");
        } else if (!detail.equals("-")) {
            int tab = detail.indexOf('\t');
            sha.update(HEX.parseHex(detail.substring(0, tab)));
            byte[] hash = sha.digest(detail.substring(tab + 1).getBytes(StandardCharsets.UTF_8));
            check(line.endsWith("\t" + HEX.formatHex(hash)), "the detail of entry " + (number - 1) + " is not what was written");
        }
    }

    private void compare(Tree tree, Map<Long, List<Note>> bySize) {
        for (var note : bySize.getOrDefault(tree.size, List.of())) {
            check(note.root.equals(Base64.getEncoder().encodeToString(tree.root())),
                    "checkpoint " + note.number + ": its " + note.size + " entries do not have the root that was signed");
        }
    }

    // One entry: the line, its number, the hashes on the way up (RFC 9162 §2.1.3.2), an empty line, the checkpoint.

    private String inclusion(List<String> proof) throws GeneralSecurityException {
        int end = proof.indexOf("");
        var note = notes(String.join("\n", proof.subList(end + 1, proof.size())) + "\n\n").get(0);
        long first = Long.parseLong(proof.get(1));
        long last = note.size - 1;
        check(first <= last, "the checkpoint does not reach the entry");
        byte[] hash = leaf(proof.get(0));
        long index = first;
        for (var step : proof.subList(2, end)) {
            byte[] sibling = HEX.parseHex(step);
            check(last > 0, "the proof is too long");
            if ((index & 1) == 1 || index == last) {
                hash = node(sibling, hash);
                int up = index == 0 ? 0 : Long.numberOfTrailingZeros(index);
                index >>= up;
                last >>= up;
            } else {
                hash = node(hash, sibling);
            }
            index >>= 1;
            last >>= 1;
        }
        check(last == 0 && note.root.equals(Base64.getEncoder().encodeToString(hash)), "the entry is not in the log");
        return "entry " + first + " in checkpoint " + note.number + " of " + note.size + " entries";
    }

    // Two checkpoints: the hashes (RFC 9162 §2.1.4.2), an empty line, the earlier, the later.

    private String consistency(List<String> proof) throws GeneralSecurityException {
        int end = proof.indexOf("");
        var notes = notes(String.join("\n", proof.subList(end + 1, proof.size())) + "\n\n");
        var earlier = notes.get(0);
        var later = notes.get(1);
        var path = new ArrayList<byte[]>();
        proof.subList(0, end).forEach(step -> path.add(HEX.parseHex(step)));
        check(follows(earlier, later, path), "the later checkpoint does not continue the earlier one");
        return "checkpoint " + later.number + " after " + earlier.number;
    }

    private boolean follows(Note earlier, Note later, List<byte[]> path) {
        if (earlier.size == later.size || earlier.size == 0) {
            return path.isEmpty() && (earlier.size == 0 || earlier.root.equals(later.root));
        }
        if ((earlier.size & (earlier.size - 1)) == 0) {
            path.add(0, Base64.getDecoder().decode(earlier.root));
        }
        long from = earlier.size - 1;
        long to = later.size - 1;
        int whole = Long.numberOfTrailingZeros(~from);
        from >>= whole;
        to >>= whole;
        if (earlier.size > later.size || path.isEmpty()) {
            return false;
        }
        byte[] root = path.get(0);
        byte[] old = root;
        for (var step : path.subList(1, path.size())) {
            if (to == 0) {
                return false;
            }
            if ((from & 1) == 1 || from == to) {
                old = node(step, old);
                root = node(step, root);
                int up = from == 0 ? 0 : Long.numberOfTrailingZeros(from);
                from >>= up;
                to >>= up;
            } else {
                root = node(root, step);
            }
            from >>= 1;
            to >>= 1;
        }
        return to == 0 && earlier.root.equals(Base64.getEncoder().encodeToString(old))
                && later.root.equals(Base64.getEncoder().encodeToString(root));
    }

    private record Note(long number, long size, String root) {}
    /** A key: the name of the log under it, its 32 bytes, and the line that tells both. */
    private record Key(String name, byte[] raw, String line) {}

    private void readKey(Path file) throws IOException {
        for (var line : Files.readAllLines(file)) {
            var parts = line.split(": ");
            long from = parts.length == 1 ? 0 : Long.parseLong(parts[0].substring(FROM.length()));
            keys.put(from, key(parts[parts.length - 1]));
        }
        name = keys.firstEntry().getValue().name;
    }

    private Key key(String line) {
        var parts = line.strip().split("\\+", 3);
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        sha.update((parts[0] + "\n").getBytes(StandardCharsets.UTF_8));
        check(HEX.formatHex(sha.digest(typed), 0, 4).equals(parts[1]), "the key is damaged");
        return new Key(parts[0], Arrays.copyOfRange(typed, 1, typed.length), line.strip());
    }

    /** Notes one after the other: the text, an empty line, the signature, an empty line. */
    private List<Note> notes(String text) throws GeneralSecurityException {
        var notes = new ArrayList<Note>();
        int from = 0;
        for (int body = text.indexOf("\n\n"); body >= 0; body = text.indexOf("\n\n", from)) {
            int end = text.indexOf("\n\n", body + 2);
            if (end < 0) {
                throw new IllegalArgumentException("a checkpoint breaks off");
            }
            var lines = text.substring(from, body).split("\n");
            var note = new Note(Long.parseLong(lines[3].substring("number ".length())), Long.parseLong(lines[1]), lines[2]);
            var key = keys.floorEntry(Math.max(0, note.number)).getValue();
            boolean signed = lines[0].equals(key.name)
                    && signed(key, text.substring(from, body + 1), text.substring(body + 2, end));
            check(signed, "checkpoint " + note.number + " was not signed by this key");
            if (signed && lines.length > 5 && lines[5].startsWith("next ")) {
                var known = keys.putIfAbsent(note.number + 1, key(lines[5].substring("next ".length())));
                check(known == null || lines[5].endsWith(known.line), "checkpoint " + note.number + " names two keys");
            }
            notes.add(note);
            from = end + 2;
        }
        return notes;
    }

    private boolean signed(Key key, String text, String line) throws GeneralSecurityException {
        String begins = "— " + key.name + " ";
        if (!line.startsWith(begins)) {
            return false;
        }
        byte[] all = Base64.getDecoder().decode(line.substring(begins.length()));
        byte[] encoded = HEX.parseHex("302a300506032b6570032100" + HEX.formatHex(key.raw));
        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        return all.length == 68 && signature.verify(all, 4, 64);
    }

    private void check(boolean holds, String otherwise) {
        if (!holds) {
            found.add(otherwise);
        }
    }

    private byte[] leaf(String line) {
        sha.update((byte) 0);
        return sha.digest(line.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] node(byte[] left, byte[] right) {
        sha.update((byte) 1);
        sha.update(left);
        return sha.digest(right);
    }

    /** The roots of the complete subtrees, largest first; the bits of the size say which there are. */
    private class Tree {
        private final List<byte[]> peaks = new ArrayList<>();
        private long size;

        void append(byte[] leaf) {
            byte[] hash = leaf;
            for (long rest = size; (rest & 1) == 1; rest >>= 1) {
                hash = node(peaks.remove(peaks.size() - 1), hash);
            }
            peaks.add(hash);
            size++;
        }

        byte[] root() {
            byte[] root = peaks.isEmpty() ? sha.digest() : peaks.get(peaks.size() - 1);
            for (int i = peaks.size() - 2; i >= 0; i--) {
                root = node(peaks.get(i), root);
            }
            return root;
        }
    }
}
