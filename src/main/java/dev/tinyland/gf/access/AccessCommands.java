package dev.tinyland.gf.access;

import dev.tinyland.gf.access.attachment.CacheAttachmentCommand;
import dev.tinyland.gf.access.backend.BackendConfigCommand;
import dev.tinyland.gf.access.kubeconfig.KubeconfigCleanupCommand;
import dev.tinyland.gf.access.kubeconfig.KubeconfigCommand;
import dev.tinyland.gf.access.preflight.InfoCommand;
import dev.tinyland.gf.access.preflight.TofuPreflightCommand;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.ToolCommand;
import java.util.List;

/** The commands of this room. */
public final class AccessCommands {
    private AccessCommands() {}

    public static List<ToolCommand> all(Host host) {
        return List.of(
                new KubeconfigCommand(host),
                new KubeconfigCleanupCommand(host),
                new BackendConfigCommand(host),
                new CacheAttachmentCommand(host),
                new TofuPreflightCommand(host),
                new InfoCommand(host));
    }
}
