package dev.tinyland.gf.plan.command;

import dev.tinyland.gf.actions.Host;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Who OpenTofu says it is when it locks: user and host, as Go's {@code os/user} and {@code os.Hostname} give them. */
final class Self {
    private Self() {}

    static String name(Host host) {
        return System.getProperty("user.name", host.variable("USER").orElse("")) + "@" + machine();
    }

    private static String machine() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException notLinux) {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException nameless) {
                return "";
            }
        }
    }
}
