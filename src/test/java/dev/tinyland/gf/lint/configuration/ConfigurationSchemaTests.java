package dev.tinyland.gf.lint.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.tinyland.gf.lint.Golden;
import dev.tinyland.gf.lint.RuleSet;
import dev.tinyland.gf.lint.rules.Rules;
import dev.tinyland.gf.text.SourceFile;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationSchemaTests {
    private static final RuleSet RULES = Rules.all();

    @Test
    void theFileInTheRepositoryIsWhatTheRecordsSay() {
        Golden.checkFile(Path.of("config/gf-lint-config.schema.json"), ConfigurationSchema.of(RULES));
    }

    @Test
    void everyKeyOfTheRecordIsAKeyOfTheSchema() throws Exception {
        JsonNode properties =
                new ObjectMapper().readTree(ConfigurationSchema.of(RULES)).get("properties");
        TreeSet<String> names = new TreeSet<>();
        ((ObjectNode) properties).fieldNames().forEachRemaining(names::add);

        assertEquals(new TreeSet<>(ConfigurationSchema.keys()), names);
    }

    /** JSON is YAML, so that both can be asked about the same text. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "true  | {\"exclude\": [\"docs/\", \"**/*.md\"]}",
                "true  | {\"rules\": {\"retired-endpoint\": \"off\"}}",
                "true  | {\"rules\": {\"retired-endpoint\": {\"severity\": \"note\", \"paths\": {\"a/\": \"off\"}}}}",
                "true  | {\"rules\": {\"attic-push-on-pull-request\": \"error\"}}",
                "true  | {\"defaultBranch\": \"trunk\", \"contract\": \"config/contract.yaml\"}",
                "true  | {\"pathClasses\": {\"proof\": [\"a/*\"], \"legacy\": []}}",
                "false | {\"excludes\": []}",
                "false | {\"exclude\": \"docs/\"}",
                "false | {\"rules\": {\"no-such-rule\": \"off\"}}",
                "false | {\"rules\": {\"retired-endpoint\": \"fatal\"}}",
                "false | {\"rules\": {\"attic-push-on-pull-request\": \"off\"}}",
                "false | {\"rules\": {\"attic-push-on-pull-request\": {\"paths\": {\"a/\": \"note\"}}}}",
                "false | {\"rules\": {\"retired-endpoint\": {\"level\": \"off\"}}}",
                "false | {\"defaultBranch\": \" \"}",
                "false | {\"pathClasses\": {\"pilot\": []}}",
                "false | []"
            })
    void schemaAndReaderAgree(boolean good, String text) throws Exception {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(ConfigurationSchema.of(RULES));

        assertEquals(good, schema.validate(new ObjectMapper().readTree(text)).isEmpty(), "schema");
        assertEquals(
                good,
                ConfigurationReader.read(new SourceFile("gf-lint.yml", text), RULES)
                        instanceof ConfigurationResult.Loaded,
                "reader");
    }
}
