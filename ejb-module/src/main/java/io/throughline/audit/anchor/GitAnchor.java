package io.throughline.audit.anchor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A git repository: a commit for each checkpoint, pushed where the repository has a remote. */
final class GitAnchor extends FolderAnchor {

    private static final int MOST_SECONDS = 60;

    GitAnchor(Path folder) {
        super(folder);
    }

    @Override
    public String name() {
        return "git:" + folder();
    }

    @Override
    public void publish(String note, Growth growth) throws IOException, InterruptedException {
        if (!Files.isDirectory(folder().resolve(".git"))) {
            Files.createDirectories(folder());
            git("init", "-q");
        }
        super.publish(note, growth);
        git("add", "-A");
        if (!git("status", "--porcelain").isBlank()) {
            git(
                    "-c",
                    "user.name=Throughline",
                    "-c",
                    "user.email=throughline@localhost",
                    "-c",
                    "commit.gpgsign=false",
                    "commit",
                    "-q",
                    "-m",
                    "Checkpoint of " + note.lines().skip(1).findFirst().orElse("?") + " records");
        }
        if (!git("remote").isBlank()) {
            git("push", "-q", git("remote").lines().findFirst().orElseThrow(), "HEAD");
        }
    }

    /** What the last commit has, whatever somebody did to the work tree. */
    @Override
    public List<String> kept() throws IOException, InterruptedException {
        List<String> notes = new ArrayList<>();
        if (Files.isDirectory(folder().resolve(".git"))) {
            for (String file : git("ls-tree", "--name-only", "HEAD").lines().toList()) {
                if (file.endsWith(".checkpoint")) {
                    notes.add(git("show", "HEAD:" + file));
                }
            }
        }
        return notes;
    }

    private String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder().toString()));
        command.addAll(Arrays.asList(arguments));
        Path out = Files.createTempFile("throughline-git", ".txt");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
            builder.environment().put("GIT_TERMINAL_PROMPT", "0");
            Process git = builder.start();
            git.getOutputStream().close();
            if (!git.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                git.destroyForcibly();
                throw new IOException("git " + arguments[0] + " took longer than " + MOST_SECONDS + " s");
            }
            String said = Files.readString(out, StandardCharsets.UTF_8);
            if (git.exitValue() != 0) {
                throw new IOException("git " + arguments[0] + ": " + said.strip());
            }
            return said;
        } finally {
            Files.delete(out);
        }
    }
}
