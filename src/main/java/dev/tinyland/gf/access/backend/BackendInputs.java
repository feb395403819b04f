package dev.tinyland.gf.access.backend;

import dev.tinyland.gf.access.Platform;
import dev.tinyland.gf.access.Scopes;
import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.actions.Inputs;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.Stack;
import dev.tinyland.gf.kube.AddressScope;
import dev.tinyland.gf.kube.ServerAddress;
import dev.tinyland.gf.secret.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The inputs every tool has that uses a stack's backend; a picocli mixin. */
public final class BackendInputs {
    @Parameters(paramLabel = "STACK", arity = "0..1", description = "The stack, as in arc-runners.")
    private @Nullable String stack;

    @Option(names = "--env", paramLabel = "NAME", defaultValue = "dev", description = "The environment. Default: dev.")
    private String environment = "dev";

    @Option(
            names = "--stack-dir",
            paramLabel = "DIR",
            description = "The stack's folder. Default: of the contract, else tofu/stacks/STACK.")
    private @Nullable Path stackFolder;

    @Option(
            names = "--config-file",
            paramLabel = "FILE",
            description = "A file of backend attributes. Before it comes GF_BACKEND_CONFIG.")
    private @Nullable Path configFile;

    @Option(
            names = "--config-dir",
            paramLabel = "DIR",
            description = "A folder with STACK.s3.hcl, STACK.hcl or ENV/STACK.hcl.")
    private @Nullable Path configFolder;

    @Option(
            names = "--access-key-file",
            paramLabel = "FILE",
            description = "Access key (0600). Default: GF_ACCESS_KEY.")
    private @Nullable Path accessKeyFile;

    @Option(
            names = "--secret-key-file",
            paramLabel = "FILE",
            description = "Secret key (0600). Default: GF_SECRET_KEY.")
    private @Nullable Path secretKeyFile;

    @Option(
            names = "--allow",
            paramLabel = "LIST",
            defaultValue = "s3",
            description = "Of s3, http-compat, gitlab-legacy. Default: s3.")
    private String allow = "s3";

    @Option(names = "--expect-bucket", paramLabel = "NAME", description = "Default: of the contract.")
    private @Nullable String expectedBucket;

    @Option(names = "--expect-key", paramLabel = "KEY", description = "Default: the stack's of the contract.")
    private @Nullable String expectedKey;

    @Option(
            names = "--endpoint-scope",
            paramLabel = "LIST",
            defaultValue = Scopes.DEFAULT,
            description = "Of tailnet, cluster-local, private, loopback. Default: " + Scopes.DEFAULT + ".")
    private String endpointScope = Scopes.DEFAULT;

    @Option(
            names = "--endpoint-override",
            paramLabel = "URL",
            description = "A loopback address of a port-forward, in place of the configured endpoint.")
    private @Nullable String endpointOverride;

    @Option(
            names = "--strict",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "false",
            description = "Refuse what is otherwise warned about: BC012 and BC019.")
    private boolean strict;

    public String environment() {
        return environment;
    }

    /** The stack's name, where one is given that can be one, known or not. */
    public Optional<String> named() {
        return Optional.ofNullable(stack).filter(BackendInputs::isName);
    }

    private static boolean isName(String text) {
        return text.matches("[a-z0-9][a-z0-9-]*");
    }

    /** The stack's name; every tool with these inputs needs one. */
    public String stack(Contract contract) {
        if (stack == null) {
            throw new InputException(
                    "stack",
                    "no stack is named; known: "
                            + String.join(", ", contract.stacks().keySet()));
        }
        if (!isName(stack)) {
            throw new InputException("stack", "the stack is no name of lower-case letters, digits and hyphens");
        }
        return stack;
    }

    /** Reads the inputs; secrets are protected on the way. */
    public BackendSettings settings(Run run, Platform platform) throws IOException {
        String name = stack(platform.contract());
        Optional<Stack> known = platform.contract().stack(name);
        Path folder = stackFolder != null
                ? stackFolder
                : Path.of(known.map(Stack::folder).orElse("tofu/stacks/" + name));
        if (known.isEmpty() && expectedKey == null) {
            throw new InputException(
                    "stack",
                    "the contract knows no stack of this name, so expect-key must say its key; known: "
                            + String.join(", ", platform.contract().stacks().keySet()));
        }
        Optional<ServerAddress> override = override();
        Set<AddressScope> scope = EnumSet.copyOf(Scopes.parse("endpoint-scope", endpointScope));
        if (override.isPresent()) {
            scope.add(AddressScope.LOOPBACK);
        }
        return new BackendSettings(
                name,
                environment,
                run.resolve(folder),
                run.host().variable("GF_BACKEND_CONFIG").map(Secret::of),
                Optional.ofNullable(configFile).map(run::resolve),
                Optional.ofNullable(configFolder).map(run::resolve),
                Inputs.given(run.host(), "access-key", accessKeyFile)
                        && Inputs.given(run.host(), "secret-key", secretKeyFile),
                allowed(),
                Optional.ofNullable(expectedBucket)
                        .or(() -> Optional.of(platform.contract().state().bucket())),
                Optional.ofNullable(expectedKey).or(() -> known.map(Stack::key)),
                scope,
                override,
                strict);
    }

    private Optional<ServerAddress> override() {
        if (endpointOverride == null) {
            return Optional.empty();
        }
        ServerAddress address = ServerAddress.parse(endpointOverride)
                .orElseThrow(() -> new InputException(
                        "endpoint-override", "endpoint-override is no URL of scheme, host and port"));
        Optional<AddressScope> scope =
                address.literal().map(AddressScope::of).or(() -> AddressScope.ofName(address.host()));
        if (!scope.equals(Optional.of(AddressScope.LOOPBACK))) {
            throw new InputException(
                    "endpoint-override",
                    "endpoint-override is for a port-forward on this machine, such as http://127.0.0.1:9000");
        }
        return Optional.of(address);
    }

    private Set<BackendSettings.Allowed> allowed() {
        Set<BackendSettings.Allowed> allowed = EnumSet.noneOf(BackendSettings.Allowed.class);
        for (String word : Inputs.list(allow)) {
            allowed.add(Arrays.stream(BackendSettings.Allowed.values())
                    .filter(choice -> choice.word().equals(word))
                    .findFirst()
                    .orElseThrow(
                            () -> new InputException("allow", "allow takes any of s3, http-compat and gitlab-legacy")));
        }
        return allowed;
    }

    /**
     * Access key and secret key, where the caller gave them; both or none.
     *
     * @return two secrets or none
     */
    public List<Secret> credentials(Run run) {
        Optional<Secret> access = run.secret("access-key", accessKeyFile);
        Optional<Secret> secret = run.secret("secret-key", secretKeyFile);
        if (access.isPresent() != secret.isPresent()) {
            throw new InputException(
                    access.isPresent() ? "secret-key" : "access-key", "access-key and secret-key belong together");
        }
        return access.isPresent() && secret.isPresent() ? List.of(access.get(), secret.get()) : List.of();
    }
}
