package dev.tinyland.gf.access.backend;

import static dev.tinyland.gf.access.backend.BackendCheck.BC001;
import static dev.tinyland.gf.access.backend.BackendCheck.BC002;
import static dev.tinyland.gf.access.backend.BackendCheck.BC003;
import static dev.tinyland.gf.access.backend.BackendCheck.BC004;
import static dev.tinyland.gf.access.backend.BackendVerdict.INVALID;

import dev.tinyland.gf.access.Checklist;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.actions.ShownPath;
import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.secret.Secret;
import dev.tinyland.gf.tofu.backend.BackendConfiguration;
import dev.tinyland.gf.tofu.backend.BackendFamily;
import dev.tinyland.gf.tofu.backend.BackendFile;
import dev.tinyland.gf.tofu.backend.Literal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which configuration counts: BC001 to BC004. The first of these that is set: {@code GF_BACKEND_CONFIG}, the file (input,
 * then the contract's variable), the folder (the same), the contract's {@code TOFU_BACKEND_S3_*}, {@code TF_HTTP_*}.
 */
final class SourceStep {
    private static final long LARGEST = 1024 * 1024;
    private static final List<String> HTTP =
            List.of("ADDRESS", "LOCK_ADDRESS", "UNLOCK_ADDRESS", "LOCK_METHOD", "UNLOCK_METHOD", "UPDATE_METHOD");

    private final Run run;
    private final Checklist<BackendVerdict> checks;
    private final BackendSettings settings;
    private final Contract contract;

    SourceStep(Run run, Checklist<BackendVerdict> checks, BackendSettings settings, Contract contract) {
        this.run = run;
        this.checks = checks;
        this.settings = settings;
        this.contract = contract;
    }

    private interface Reader {
        Optional<BackendConfiguration> read() throws IOException;
    }

    private record Candidate(String name, List<String> variables, Reader reader) {}

    Optional<BackendSource> resolve() throws IOException {
        List<Candidate> candidates = candidates();
        if (candidates.isEmpty()) {
            checks.fail(
                    BC001,
                    INVALID,
                    "no source of a configuration is set",
                    "set GF_BACKEND_CONFIG, --config-file, or "
                            + contract.state().variablePrefix()
                            + "BUCKET, KEY and ENDPOINT; config/backend.s3.example.hcl of tinyland/gf-actions shows"
                            + " what is needed");
            return Optional.empty();
        }
        Candidate winner = candidates.getFirst();
        List<String> shadowed = candidates.stream().skip(1).map(Candidate::name).toList();
        checks.pass(
                BC001,
                winner.name() + (shadowed.isEmpty() ? "" : "; not used though set: " + String.join(", ", shadowed)));
        Optional<BackendConfiguration> configuration = winner.reader().read();
        if (configuration.isEmpty()) {
            return Optional.empty();
        }
        for (BackendCheck check : List.of(BC002, BC003, BC004)) {
            if (!checks.has(check)) {
                checks.notApplicable(check, "the source is " + winner.name());
            }
        }
        return Optional.of(new BackendSource(winner.name(), winner.variables(), shadowed, configuration.get()));
    }

    private List<Candidate> candidates() {
        List<Candidate> found = new ArrayList<>();
        settings.config()
                .ifPresent(secret ->
                        found.add(new Candidate("GF_BACKEND_CONFIG", List.of(), () -> parse(secret.reveal(), true))));
        settings.configFile()
                .ifPresent(file -> found.add(new Candidate(ShownPath.of(file), List.of(), () -> file(file))));
        String fileVariable = contract.state().configFileVariable();
        run.host()
                .variable(fileVariable)
                .ifPresent(file -> found.add(
                        new Candidate(fileVariable, List.of(fileVariable), () -> file(run.resolve(Path.of(file))))));
        settings.configFolder()
                .ifPresent(folder -> found.add(new Candidate(ShownPath.of(folder), List.of(), () -> folder(folder))));
        String folderVariable = contract.state().configFolderVariable();
        run.host()
                .variable(folderVariable)
                .ifPresent(folder -> found.add(new Candidate(
                        folderVariable, List.of(folderVariable), () -> folder(run.resolve(Path.of(folder))))));
        List<String> s3 = variables(contract.state().variablePrefix()).stream()
                .filter(name -> !name.equals(fileVariable) && !name.equals(folderVariable))
                .toList();
        if (!s3.isEmpty()) {
            found.add(new Candidate(contract.state().variablePrefix() + "*", s3, this::s3));
        }
        String prefix = contract.legacy().http().variablePrefix();
        if (run.host().variable(prefix + "ADDRESS").isPresent()) {
            found.add(new Candidate(prefix + "*", variables(prefix), this::http));
        }
        return found;
    }

    private List<String> variables(String prefix) {
        return run.host().environment().keySet().stream()
                .filter(name ->
                        name.startsWith(prefix) && run.host().variable(name).isPresent())
                .sorted()
                .toList();
    }

    private Optional<BackendConfiguration> file(Path file) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            String shown = ShownPath.of(file);
            checks.fail(
                    BC003,
                    INVALID,
                    shown + " is no file that can be read",
                    "look: ls -l " + shown + "; the configuration itself goes into GF_BACKEND_CONFIG");
            return Optional.empty();
        }
        if (Files.size(file) > LARGEST) {
            checks.fail(
                    BC003, INVALID, ShownPath.of(file) + " is larger than 1 MiB", "give a file of backend attributes");
            return Optional.empty();
        }
        return parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), false);
    }

    private Optional<BackendConfiguration> folder(Path folder) throws IOException {
        List<Path> fitting = List.of(
                        folder.resolve(settings.stack() + ".s3.hcl"),
                        folder.resolve(settings.stack() + ".hcl"),
                        folder.resolve(settings.environment()).resolve(settings.stack() + ".hcl"))
                .stream()
                .filter(Files::isRegularFile)
                .toList();
        if (fitting.size() == 1) {
            checks.pass(BC002, fitting.getFirst().toString());
            return file(fitting.getFirst());
        }
        String names = settings.stack() + ".s3.hcl, " + settings.stack() + ".hcl, " + settings.environment() + "/"
                + settings.stack() + ".hcl";
        if (fitting.isEmpty()) {
            checks.fail(BC001, INVALID, ShownPath.of(folder) + " holds none of " + names, "put one of them there");
        } else {
            checks.fail(
                    BC002,
                    INVALID,
                    fitting.size() + " files fit: "
                            + String.join(
                                    ", ", fitting.stream().map(Path::toString).toList()),
                    "keep one, or name it with --config-file");
        }
        return Optional.empty();
    }

    private Optional<BackendConfiguration> parse(String text, boolean secret) throws IOException {
        String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
        if (plain.isBlank()) {
            checks.fail(BC003, INVALID, "it is empty", "set it: gh secret set NAME < backend.s3.hcl");
            return Optional.empty();
        }
        Optional<String> unwrapped = base64(plain);
        if (secret && unwrapped.isPresent()) {
            run.protect(Secret.of(plain.strip()));
        }
        String hcl = unwrapped.orElse(plain);
        BackendCredentials.inText(hcl).forEach(run::protect);
        return switch (BackendFile.read(hcl)) {
            case BackendFile.Read(BackendConfiguration configuration) -> {
                checks.pass(BC003, unwrapped.isPresent() ? "Base64 of HCL" : "HCL");
                yield Optional.of(configuration);
            }
            case BackendFile.Unreadable(String why) -> {
                checks.fail(
                        BC003,
                        INVALID,
                        why,
                        "write attributes alone, as config/backend.s3.example.hcl of tinyland/gf-actions does, or"
                                + " Base64 of that");
                yield Optional.empty();
            }
        };
    }

    private static Optional<String> base64(String text) {
        String packed = text.replaceAll("\\s+", "");
        if (packed.length() < 16 || !packed.matches("[A-Za-z0-9+/]+={0,2}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getDecoder().decode(packed)))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException notBase64) {
            return Optional.empty();
        }
    }

    private Optional<BackendConfiguration> s3() throws IOException {
        String prefix = contract.state().variablePrefix();
        List<String> missing = List.of("BUCKET", "KEY", "ENDPOINT").stream()
                .filter(name -> run.host().variable(prefix + name).isEmpty())
                .map(name -> prefix + name)
                .toList();
        List<String> odd = List.of("USE_PATH_STYLE", "USE_LOCKFILE", "SKIP_CHECKSUM").stream()
                .filter(name -> run.host()
                        .variable(prefix + name)
                        .filter(value -> !value.equals("true") && !value.equals("false"))
                        .isPresent())
                .map(name -> prefix + name)
                .toList();
        if (!missing.isEmpty() || !odd.isEmpty()) {
            String seen = (missing.isEmpty() ? "" : "missing: " + String.join(", ", missing))
                    + (missing.isEmpty() || odd.isEmpty() ? "" : "; ")
                    + (odd.isEmpty() ? "" : "neither true nor false: " + String.join(", ", odd));
            checks.fail(BC004, INVALID, seen, "set what is missing, or unset all of " + prefix + "*");
            return Optional.empty();
        }
        checks.pass(BC004, "complete");
        Map<String, Literal> values = new LinkedHashMap<>();
        values.put("bucket", text(prefix + "BUCKET", ""));
        values.put("key", text(prefix + "KEY", ""));
        values.put("region", text(prefix + "REGION", "us-east-1"));
        values.put("endpoints", new Literal.Mapping(Map.of("s3", text(prefix + "ENDPOINT", ""))));
        values.put("use_path_style", flag(prefix + "USE_PATH_STYLE"));
        values.put("use_lockfile", flag(prefix + "USE_LOCKFILE"));
        values.put("skip_s3_checksum", flag(prefix + "SKIP_CHECKSUM"));
        // These ask Amazon about the account; a store of our own has no such service.
        for (String name : List.of(
                "skip_credentials_validation",
                "skip_metadata_api_check",
                "skip_region_validation",
                "skip_requesting_account_id")) {
            values.put(name, new Literal.Flag(true));
        }
        return Optional.of(new BackendConfiguration(BackendFamily.S3, values));
    }

    private Optional<BackendConfiguration> http() throws IOException {
        String prefix = contract.legacy().http().variablePrefix();
        for (String name : contract.legacy().http().credentialVariables()) {
            if (name.endsWith("PASSWORD")) {
                run.host().variable(name).map(Secret::of).ifPresent(run::protect);
            }
        }
        Map<String, Literal> values = new LinkedHashMap<>();
        for (String name : HTTP) {
            run.host()
                    .variable(prefix + name)
                    .ifPresent(value -> values.put(name.toLowerCase(Locale.ROOT), new Literal.Text(value)));
        }
        // User and password stay in the environment, where OpenTofu finds them.
        BackendCredentials.inText(String.join(
                        "\n", values.values().stream().map(Literal::hcl).toList()))
                .forEach(run::protect);
        return Optional.of(new BackendConfiguration(BackendFamily.HTTP, values));
    }

    private Literal text(String variable, String otherwise) {
        return new Literal.Text(run.host().variable(variable).orElse(otherwise));
    }

    private Literal flag(String variable) {
        return new Literal.Flag(
                run.host().variable(variable).map("true"::equals).orElse(true));
    }
}
