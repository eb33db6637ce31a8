package org.yijitong.architecture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What no text file of the repository may contain, whatever its language. */
final class TextRules {
    static final int LONGEST_FILE = 300;

    /** Put together here, so that this file keeps its own rule. */
    private static final Pattern LATER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX|HA" + "CK)\\b");

    private static final Pattern ONE_MACHINE = Pattern.compile("(?<![\\w.)}])/(wo" + "rk|ro" + "ot|ho" + "me/[a-z]+)/");
    private static final Pattern REGISTRY =
            Pattern.compile("(?i)(regis" + "try\\.(npm|yarn)|re" + "po1?\\.maven|" + "arti" + "factory|nex" + "us\\.|py"
                    + "pi\\.|nuget\\.|proxy\\.go" + "lang|npm" + "mirror|mvn" + "repository)");
    private static final Pattern SLASHED_CODE = Pattern.compile(
            "^\\s*//\\s*(.*[;{}]|}.*|(if|for|while|return|import|throw|var|new|public|private|final) .*[(;{=].*)$");
    private static final Pattern DASHED_CODE = Pattern.compile(
            "(?i)^\\s*--\\s*(select|insert into|update \\w|delete from|create|alter|grant|drop)\\b.*[;(,]\\s*$");

    private TextRules() {}

    static List<String> check(Path file, String text) {
        var found = new ArrayList<String>();
        List<String> lines = text.lines().toList();
        // The policy is one file on purpose: a table to be looked up, as long as there are addresses.
        boolean code = !file.toString().matches(".*(\\.md|\\.properties|/policy\\.yaml)");
        if (code && lines.size() > LONGEST_FILE) {
            found.add(file + " has " + lines.size() + " lines");
        }
        for (int i = 0; i < lines.size(); i++) {
            String where = file + ":" + (i + 1) + " ";
            String line = lines.get(i);
            if (LATER.matcher(line).find()) {
                found.add(where + "puts off");
            }
            if (ONE_MACHINE.matcher(line).find()) {
                found.add(where + "names a path of one machine");
            }
            if (REGISTRY.matcher(line).find()) {
                found.add(where + "names a package registry");
            }
            if (commentedOut(file, line)) {
                found.add(where + "is commented-out code");
            }
        }
        return found;
    }

    private static boolean commentedOut(Path file, String line) {
        String name = file.toString();
        return name.endsWith(".sql")
                ? DASHED_CODE.matcher(line).find()
                : (name.endsWith(".java") || name.endsWith(".js") || name.endsWith(".mjs"))
                        && SLASHED_CODE.matcher(line).find();
    }
}
