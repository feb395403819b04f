package dev.tinyland.gf.lint.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tinyland.gf.lint.Golden;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Forms that other programs read by rules of their own. */
class MachineFormatTests {
    private final LintReport report = ReportFixture.report();

    @Test
    void checkstyle() throws Exception {
        String xml = CheckstyleFormat.render(report);

        Golden.check("lint/format/checkstyle.xml", xml);
        Document parsed = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        NodeList errors = parsed.getElementsByTagName("error");
        assertEquals(report.shown().size(), errors.getLength());
        assertEquals("gf-lint.attic-push-on-pull-request", ((Element) errors.item(0)).getAttribute("source"));
        assertEquals("error", ((Element) errors.item(0)).getAttribute("severity"));
    }

    /**
     * The runner takes the first matcher whose pattern matches, takes {@code error}, {@code warning} and {@code notice} for a
     * severity, and drops a line with any other (actions/runner, OutputManager): a note needs a matcher of its own.
     */
    @Test
    void theProblemMatcherTakesEveryLine() throws Exception {
        JsonNode matchers = new ObjectMapper()
                .readTree(Path.of(".github/gf-lint-matcher.json").toFile())
                .get("problemMatcher");
        List<String> seen = new ArrayList<>();
        for (String line : LineFormat.render(report).lines().toList()) {
            for (JsonNode matcher : matchers) {
                JsonNode pattern = matcher.at("/pattern/0");
                Matcher match = Pattern.compile(pattern.get("regexp").asText()).matcher(line);
                if (match.find()) {
                    String severity = pattern.has("severity")
                            ? match.group(pattern.get("severity").asInt())
                            : matcher.get("severity").asText();
                    assertTrue(Set.of("error", "warning", "notice").contains(severity), severity);
                    seen.add(match.group(pattern.get("file").asInt()) + " "
                            + match.group(pattern.get("line").asInt()) + ":"
                            + match.group(pattern.get("column").asInt()) + " " + severity + " "
                            + match.group(pattern.get("code").asInt()));
                }
            }
        }
        assertEquals(
                List.of(
                        ".github/workflows/ci.yml 15:11 error attic-push-on-pull-request",
                        "docs/a page, old: 100%.md 3:10 warning retired-endpoint",
                        "docs/a page, old: 100%.md 4:30 notice hostile-text",
                        "broken.yml 1:1 error unreadable-file"),
                seen);
    }
}
