package dev.tinyland.gf.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinyland.gf.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrganizationLoaderTests {

    @Test
    void theExampleNamesAContextForEachEnvironmentOfTheContract() throws IOException {
        Organization organization = loaded(Files.readString(Path.of("config/organization.example.yaml")));
        Contract contract = new ContractLoader().builtIn();
        contract.cluster()
                .environments()
                .forEach((environment, context) ->
                        assertEquals(Optional.of(context), organization.contextOf(environment)));
    }

    @Test
    void keysOfOthersAreLeftAlone() {
        Organization organization = loaded("""
            organization: {name: x, url: https://example.com}
            clusters:
              - name: dev
                context: honey
                domain: example.com
              - name: staging
            """);
        assertEquals(Optional.of("honey"), organization.contextOf("dev"));
        assertEquals(Optional.empty(), organization.contextOf("staging"));
        assertEquals(Optional.empty(), organization.contextOf("prod"));
    }

    @Test
    void aFileWithoutClustersIsRefused() {
        assertEquals(List.of("o.yaml:1:1: missing key \"clusters\""), problems("organization: {}\n"));
    }

    @Test
    void twoClustersWithOneNameAreRefused() {
        assertEquals(
                List.of("o.yaml:2:3: clusters: two clusters have the same name"),
                problems("clusters:\n  - name: dev\n  - name: dev\n"));
    }

    @Test
    void aContextThatIsNoTextIsRefused() {
        assertEquals(
                List.of("o.yaml:3:14: clusters[0].context: expected text, found a number"),
                problems("clusters:\n  - name: dev\n    context: 1\n"));
    }

    private static Organization loaded(String text) {
        ContractResult<Organization> result = new OrganizationLoader().load(new SourceFile("o.yaml", text));
        return switch (result) {
            case ContractResult.Loaded<Organization>(Organization value) -> value;
            case ContractResult.Refused<Organization> refused -> throw new AssertionError(refused);
        };
    }

    private static List<String> problems(String text) {
        ContractResult<Organization> result = new OrganizationLoader().load(new SourceFile("o.yaml", text));
        return switch (result) {
            case ContractResult.Loaded<Organization> _ -> throw new AssertionError("it was taken");
            case ContractResult.Refused<Organization>(List<ContractProblem> problems) ->
                problems.stream().map(ContractProblem::toString).toList();
        };
    }
}
