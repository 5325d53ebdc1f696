package io.throughline.bench.fleet;

import io.throughline.bench.process.Shell;
import io.throughline.bench.process.Shell.Ran;
import io.throughline.bench.report.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What people use today, on the same hosts: ssh by xargs, clush, ansible. Installed here when they are missing. */
public final class Peers {

    private static final Duration LIMIT = Duration.ofMinutes(30);

    private final SshFleet fleet;
    private final int parallel;

    public Peers(SshFleet fleet, int parallel) {
        this.fleet = fleet;
        this.parallel = parallel;
    }

    /** Installs what is missing and notes the versions. */
    public void install(Machine machine, boolean ansible, boolean clush) {
        if (ansible) {
            need("ansible-playbook", "ansible-core");
            machine.with("ansible", firstLine("ansible-playbook", "--version"));
        }
        if (clush) {
            need("clush", "clustershell");
            machine.with("clush", firstLine("clush", "--version"));
        }
        machine.with("ssh", firstLine("ssh", "-V"));
        machine.with("parallel", parallel);
    }

    private static void need(String command, String debianPackage) {
        if (Shell.run(LIMIT, "sh", "-c", "command -v " + command).exit() == 0) {
            return;
        }
        String root = "root".equals(System.getProperty("user.name")) ? "" : "sudo ";
        Shell.run(
                        LIMIT,
                        "sh",
                        "-c",
                        "export DEBIAN_FRONTEND=noninteractive; " + root + "apt-get -q update && " + root
                                + "apt-get -q -y --no-install-recommends install " + debianPackage)
                .orFail("installing " + debianPackage);
    }

    private static String firstLine(String... command) {
        return Shell.run(LIMIT, command).output().lines().findFirst().orElse("unknown");
    }

    /** One ssh for each host, so many at once. */
    public Ran ssh(int hosts, String line, Path input) throws IOException {
        return Shell.run(
                LIMIT,
                Map.of(),
                List.of(
                        "xargs",
                        "-a",
                        list(hosts, ""),
                        "-P",
                        String.valueOf(parallel),
                        "-I{}",
                        "sh",
                        "-c",
                        "exec ssh -F " + fleet.file("ssh_config") + " {} \"$1\" <" + input,
                        "_",
                        line));
    }

    public Ran clush(int hosts, String line) throws IOException {
        return Shell.run(
                LIMIT,
                Map.of(),
                List.of(
                        "clush",
                        "-q",
                        "-f",
                        String.valueOf(parallel),
                        "--hostfile",
                        list(hosts, ""),
                        "-o",
                        "-F " + fleet.file("ssh_config"),
                        line));
    }

    /** The same work as a playbook of tasks, as people write it. */
    public Ran ansiblePlaybook(int hosts, Path archive, String version) throws IOException {
        Path playbook = fleet.folder().resolve("playbook.yml");
        Files.writeString(playbook, """
                - hosts: all
                  gather_facts: false
                  vars: {want: "%s", archive: %s}
                  tasks:
                    - {name: read the level, command: cat level, register: level, changed_when: false}
                    - name: send the package
                      copy: {src: "{{ archive }}", dest: package.tar.gz, mode: "0600"}
                      when: level.stdout != want
                    - name: verify its digest
                      command: sha256sum package.tar.gz
                      register: sum
                      changed_when: false
                      failed_when: sum.stdout.split()[0] != lookup('file', archive + '.sha256')
                      when: level.stdout != want
                    - name: install it
                      shell: mkdir -p package && tar -xzf package.tar.gz -C package && THROUGHLINE_VERSION={{ want }} THROUGHLINE_PACKAGE=$PWD/package sh package/install.sh
                      when: level.stdout != want
                    - name: verify it
                      shell: THROUGHLINE_VERSION={{ want }} sh package/verify.sh
                      changed_when: false
                """.formatted(version, archive));
        Files.writeString(
                Path.of(archive + ".sha256"),
                Shell.run(LIMIT, "sha256sum", archive.toString()).output().split(" ")[0]);
        return ansible(hosts, playbook);
    }

    /** The same host script as everybody's in one task, the package on its standard input. */
    public Ran ansibleOneStep(int hosts, String line, Path archive) throws IOException {
        Files.writeString(fleet.folder().resolve("line"), line);
        Path playbook = fleet.folder().resolve("one-step.yml");
        Files.writeString(playbook, """
                - hosts: all
                  gather_facts: false
                  tasks:
                    - name: all in one step
                      shell:
                        cmd: "base64 -d | sh -c {{ lookup('file', '%s') | quote }}"
                        stdin: "{{ lookup('pipe', 'base64 -w0 %s') }}"
                """.formatted(fleet.folder().resolve("line"), archive));
        return ansible(hosts, playbook);
    }

    private Ran ansible(int hosts, Path playbook) throws IOException {
        // Its modules change into a folder of their own; what they do there must happen in the host's.
        Path control = Files.createDirectories(fleet.folder().resolve("cp"));
        Ran ran = Shell.run(
                LIMIT,
                Map.ofEntries(
                        Map.entry("ANSIBLE_SSH_PIPELINING", "True"),
                        Map.entry("ANSIBLE_FORKS", String.valueOf(parallel)),
                        Map.entry("ANSIBLE_HOST_KEY_CHECKING", "True"),
                        Map.entry("ANSIBLE_PYTHON_INTERPRETER", "/usr/bin/python3"),
                        Map.entry("ANSIBLE_NOCOWS", "1"),
                        Map.entry("ANSIBLE_REMOTE_TMP", "tmp"),
                        Map.entry("ANSIBLE_LOCAL_TEMP", fleet.file("ansible")),
                        Map.entry("ANSIBLE_HOME", fleet.file("ansible")),
                        Map.entry("ANSIBLE_SSH_CONTROL_PATH_DIR", control.toString()),
                        Map.entry(
                                "ANSIBLE_SSH_ARGS",
                                "-C -o ControlMaster=auto -o ControlPersist=60s -F " + fleet.file("ssh_config"))),
                List.of("ansible-playbook", "-i", list(hosts, ""), playbook.toString()));
        stopMasters(control);
        return ran;
    }

    /** The connections that ssh keeps open for ansible's next task. */
    private void stopMasters(Path control) throws IOException {
        List<Path> sockets = new ArrayList<>();
        try (var files = Files.list(control)) {
            files.forEach(sockets::add);
        }
        for (Path socket : sockets) {
            Shell.run(LIMIT, "ssh", "-F", fleet.file("ssh_config"), "-O", "exit", "-S", socket.toString(), "any");
        }
    }

    private String list(int hosts, String suffix) throws IOException {
        Path file = fleet.folder().resolve("hosts." + hosts + suffix);
        Files.write(file, fleet.addresses(hosts));
        return file.toString();
    }
}
