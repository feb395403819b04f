package dev.tinyland.gf.tofu.backend;

import dev.tinyland.gf.hcl.HclAttribute;
import dev.tinyland.gf.hcl.HclBlock;
import dev.tinyland.gf.hcl.HclFile;
import dev.tinyland.gf.hcl.HclItem;
import dev.tinyland.gf.hcl.HclParser;
import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A backend configuration as text: attributes and nothing else. */
public sealed interface BackendFile {

    record Read(BackendConfiguration configuration) implements BackendFile {}

    /**
     * Text that is no backend configuration.
     *
     * @param why one clause without any of the text
     */
    record Unreadable(String why) implements BackendFile {}

    static BackendFile read(String text) {
        SourceFile source = new SourceFile("backend.hcl", text);
        HclFile file = HclParser.parse(Fragment.whole(source));
        if (!file.problems().isEmpty()) {
            int line =
                    source.position(file.problems().getFirst().span().start()).line();
            return new Unreadable("it is not readable HCL in line " + line);
        }
        Map<String, Literal> settings = new LinkedHashMap<>();
        for (HclItem item : file.items()) {
            switch (item) {
                case HclBlock block -> {
                    boolean wrapper = block.type().text().equals("terraform");
                    return new Unreadable(
                            wrapper
                                    ? "it has a terraform block around it; give the attributes alone, which is all"
                                            + " -backend-config takes"
                                    : "it has a block; a backend configuration holds attributes only");
                }
                case HclAttribute attribute -> {
                    Optional<Literal> value =
                            LiteralReader.read(attribute.value().text().text());
                    if (value.isEmpty()) {
                        return new Unreadable("the value in line "
                                + source.position(attribute.span().start()).line()
                                + " is no constant; backends take no variables, functions or interpolations");
                    }
                    settings.put(attribute.name().text(), value.get());
                }
            }
        }
        return family(settings)
                .<BackendFile>map(family -> new Read(new BackendConfiguration(family, settings)))
                .orElse(new Unreadable("it sets neither bucket and key (s3) nor address (http)"));
    }

    private static Optional<BackendFamily> family(Map<String, Literal> settings) {
        boolean s3 = settings.containsKey("bucket") || settings.containsKey("key");
        boolean http = settings.containsKey("address") || settings.containsKey("lock_address");
        if (s3 == http) {
            return Optional.empty();
        }
        return Optional.of(s3 ? BackendFamily.S3 : BackendFamily.HTTP);
    }
}
