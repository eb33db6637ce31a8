package org.yijitong.operation.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * As whom the server runs. PostgreSQL refuses to be root; so root either steps into a user namespace of its own, where
 * it is nobody, or becomes the system user {@code postgres} or {@code nobody}.
 *
 * @param prefix what comes before the server's own command
 * @param owner the system user who must own the server's files
 */
record RunAs(List<String> prefix, String owner) {

    /** Finds the way that works on this machine. */
    static RunAs here() {
        var user = System.getProperty("user.name", "");
        if (!user.equals("root")) {
            return new RunAs(List.of(), user);
        }
        return namespace()
                .or(RunAs::otherUser)
                .orElseThrow(() -> new StartRefused("the database cannot run as root, and neither `unshare -U` nor"
                        + " `setpriv --reuid=nobody` works here: start as an ordinary user"));
    }

    static Optional<RunAs> namespace() {
        var probe = Command.run(List.of("unshare", "-U", "id", "-u"));
        return probe.ok() && !probe.output().equals("0")
                ? Optional.of(new RunAs(List.of("unshare", "-U"), "root"))
                : Optional.empty();
    }

    static Optional<RunAs> otherUser() {
        return Stream.of("postgres", "nobody")
                .map(user -> new RunAs(become(user), user))
                .filter(as -> Command.run(as.command(List.of("id", "-u"))).ok())
                .findFirst();
    }

    private static List<String> become(String user) {
        var group = Command.run(List.of("id", "-g", user)).output();
        return List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups");
    }

    List<String> command(List<String> command) {
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }

    /**
     * The command, made to receive SIGINT (the server's fast, clean stop) when the calling thread ends, which it does
     * even if this process is killed with SIGKILL. Systems without setpriv go without; the next start then finds the
     * orphan and stops it.
     */
    List<String> untilDeath(List<String> command) {
        if (Command.find("setpriv").isEmpty()) {
            return command(command);
        }
        var whole = new ArrayList<>(prefix);
        if (prefix.isEmpty() || !prefix.getFirst().equals("setpriv")) {
            whole.addFirst("setpriv");
        }
        // After a change of user the kernel forgets the wish, so it is an option of the setpriv that changes it.
        whole.addAll(whole.indexOf("setpriv") + 1, List.of("--pdeathsig", "INT"));
        whole.addAll(command);
        return whole;
    }

    /** Makes the tree that user's own, and every folder above it passable; refuses where that is not ours to do. */
    void own(Path tree) {
        try {
            if (!Files.getOwner(tree).getName().equals(owner)) {
                giveAway(tree);
            }
            if (owner.equals("root") || prefix.isEmpty()) {
                return;
            }
            var data = tree.getParent();
            if (data != null) {
                Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
            }
        } catch (IOException e) {
            throw new StartRefused("cannot make " + tree + " belong to " + owner + ": " + e, e);
        }
        if (!Command.run(command(List.of("test", "-x", tree.toString()))).ok()) {
            throw new StartRefused("the database runs as " + owner + " here and cannot reach " + tree
                    + ": choose a folder outside private home folders with --data");
        }
    }

    private void giveAway(Path tree) throws IOException {
        if (prefix.isEmpty()) {
            throw new StartRefused("the database files in " + tree + " belong to "
                    + Files.getOwner(tree).getName() + ": start as that user");
        }
        var principal = tree.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner);
        try (var paths = Files.walk(tree)) {
            for (var path : paths.toList()) {
                Files.getFileAttributeView(path, FileOwnerAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                        .setOwner(principal);
            }
        }
    }
}
