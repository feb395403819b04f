package dev.tinyland.gf.contract;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.text.LineIndex;
import dev.tinyland.gf.text.Position;
import dev.tinyland.gf.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContractLoaderTests {
    private static final String MARK = "\u2038";
    private static final Path BUILT_IN = Path.of("config/contract.yaml");

    private final ContractLoader loader = new ContractLoader();

    @Test
    void theBuiltInContractLoads() {
        Contract contract = loader.builtIn();
        assertAll(
                () -> assertEquals("honey", contract.cluster().context()),
                () -> assertEquals(Optional.of("honey"), contract.cluster().contextOf("prod")),
                () -> assertEquals(
                        List.of("bumble", "sting"), contract.cluster().placementNames()),
                () -> assertEquals(
                        List.of("attic", "arc-runners", "gitlab-runners", "runner-dashboard"),
                        List.copyOf(contract.stacks().keySet())),
                () -> assertEquals(
                        "tinyland-infra/gitlab-runners/terraform.tfstate",
                        contract.stack("gitlab-runners").orElseThrow().key()),
                () -> assertEquals(Set.of("tofu-state", "attic", "bazel-cache"), contract.protectedBuckets()),
                () -> assertEquals(
                        Optional.of("https://nix-cache.tinyland.dev"),
                        contract.attic().url(Audience.OPERATORS)),
                () -> assertEquals(Optional.empty(), contract.bazel().url(Audience.OPERATORS)),
                () -> assertEquals(contract.lane("tinyland-nix-heavy"), contract.laneOfRelease("gh-nix-heavy")),
                () -> assertTrue(contract.lanes().values().stream().noneMatch(Lane::pullSecret)),
                () -> assertEquals(
                        Optional.of("probe-attic-publication-medium-check"),
                        contract.publication().probe().profile("medium-check").map(Probe.Profile::confirm)));
    }

    @Test
    void everyLaneOfTheBuiltInContractHasALabelOfTheTaxonomy() {
        Contract contract = loader.builtIn();
        assertEquals(
                List.of(),
                contract.lanes().keySet().stream()
                        .filter(label -> !contract.runnerLabels().admits(label))
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenContracts")
    void aBrokenContractIsRefusedWithEveryProblemInItsPlace(
            String mistake, String written, String broken, List<String> messages) throws IOException {
        String text = Files.readString(BUILT_IN);
        assertTrue(text.contains(written), "the text to break is not there");
        String marked = text.replace(written, broken);
        Position place = new LineIndex(marked).position(marked.indexOf(MARK));
        assertEquals(
                messages.stream()
                        .map(message -> "c.yaml:" + place.line() + ":" + place.column() + ": " + message)
                        .toList(),
                problems(marked.replace(MARK, "")),
                mistake);
    }

    /** The mark stands where the problem must be. */
    static List<Arguments> brokenContracts() {
        return List.of(
                Arguments.of(
                        "misspelt key",
                        "cluster:\n  name:",
                        "cluster:\n  \u2038nmae:",
                        List.of(
                                "cluster: unknown key \"nmae\", did you mean \"name\"?",
                                "cluster: missing key \"name\"")),
                Arguments.of(
                        "key nobody knows",
                        "namespaces:\n  controller:",
                        "namespaces:\n  \u2038zebra: x\n  controller:",
                        List.of("namespaces: unknown key \"zebra\"; known are cache, controller, runners")),
                Arguments.of(
                        "missing key",
                        "    folder: tofu/stacks/attic\n    family",
                        "    \u2038family",
                        List.of("stacks.attic: missing key \"folder\"")),
                Arguments.of(
                        "number in place of text",
                        "\"7810\"",
                        "\u20387810",
                        List.of("runnerLabels.forbiddenTokens[1]: expected text, found a number")),
                Arguments.of(
                        "text in place of a number",
                        "maximumLength: 45",
                        "maximumLength: \u2038long",
                        List.of("runnerLabels.maximumLength: expected a whole number from 0 to 2147483647, found"
                                + " text")),
                Arguments.of(
                        "negative number",
                        "maximumLength: 45",
                        "maximumLength: \u2038-1",
                        List.of("runnerLabels.maximumLength: expected a whole number from 0 to 2147483647")),
                Arguments.of(
                        "number beyond all bounds",
                        "maximumLength: 45",
                        "maximumLength: \u203899999999999999999999",
                        List.of("runnerLabels.maximumLength: expected a whole number from 0 to 2147483647")),
                Arguments.of(
                        "the YAML 1.1 word no in place of false",
                        "credentialSecret: github-app-secret\n  pullSecret: false",
                        "credentialSecret: github-app-secret\n  pullSecret: \u2038no",
                        List.of("controller.pullSecret: expected true or false, found text")),
                Arguments.of(
                        "word outside its list",
                        "type: dind",
                        "type: \u2038dnid",
                        List.of("lanes.tinyland-dind.type: expected one of nix, docker, dind, did you mean \"dind\"?")),
                Arguments.of(
                        "list in place of a mapping",
                        "  environments:\n    dev: honey\n    prod: honey\n",
                        "  environments: \u2038[dev, prod]\n",
                        List.of("cluster.environments: expected a mapping, found a list")),
                Arguments.of(
                        "mapping in place of a list",
                        "residualContexts: [tinyland-civo-dev]",
                        "residualContexts: \u2038{a: b}",
                        List.of("cluster.residualContexts: expected a list, found a mapping")),
                Arguments.of(
                        "nothing where text is due",
                        "  bucket: tofu-state\n",
                        "  bucket:\u2038\n",
                        List.of("state.bucket: expected text, found nothing")),
                Arguments.of(
                        "input without its off value",
                        "    - name: attic-action\n      input: skip-push\n      offValue: \"true\"\n",
                        "    - \u2038name: attic-action\n      input: skip-push\n",
                        List.of("publication.actions[3]: input and offValue belong together")),
                Arguments.of(
                        "another shape",
                        "schema: gf.contract/v1",
                        "schema: \u2038gf.contract/v2",
                        List.of("schema: expected gf.contract/v1")),
                Arguments.of(
                        "bucket nobody has",
                        "  bucket: tofu-state\n",
                        "  bucket: \u2038tofustate\n",
                        List.of("state.bucket: no bucket is called \"tofustate\", did you mean \"tofu-state\"?")),
                Arguments.of(
                        "state bucket without protection",
                        "    role: state\n    protected: true",
                        "    role: state\n    protected: \u2038false",
                        List.of("buckets.tofu-state.protected: the state bucket must be protected")),
                Arguments.of(
                        "two stacks with one state",
                        "key: tinyland-infra/runner-dashboard/terraform.tfstate",
                        "key: \u2038attic/terraform.tfstate",
                        List.of("stacks.runner-dashboard.key: the state of \"attic\" has the same key")),
                Arguments.of(
                        "current and residual at once",
                        "residualContexts: [tinyland-civo-dev]",
                        "residualContexts: \u2038[honey]",
                        List.of("cluster.residualContexts: \"honey\" cannot be in use and residual")),
                Arguments.of(
                        "lane on a node nobody has",
                        "    release: gh-dind\n    nodes: [honey]",
                        "    release: gh-dind\n    nodes: \u2038[hony]",
                        List.of("lanes.tinyland-dind.nodes: no node is called \"hony\", did you mean \"honey\"?")));
    }

    @Test
    void severalMistakesAreSaidAtOnceInTheOrderOfTheFile() throws IOException {
        String text = Files.readString(BUILT_IN)
                .replace("type: dind", "type: kvm")
                .replace("schema: gf.contract/v1", "schema: 1")
                .replace("role: publication", "role: cache");
        List<String> problems = problems(text);
        assertEquals(3, problems.size(), problems::toString);
        assertTrue(problems.get(0).contains(": schema: expected text, found a number"), problems::toString);
        assertTrue(problems.get(1).contains(": lanes.tinyland-dind.type"), problems::toString);
        assertTrue(problems.get(2).contains("flakeHub.role: expected one of publication"), problems::toString);
    }

    @Test
    void aDuplicateKeyIsRefused() throws IOException {
        List<String> problems = problems(Files.readString(BUILT_IN) + "schema: gf.contract/v1\n");
        assertEquals(1, problems.size(), problems::toString);
    }

    @ParameterizedTest
    @MethodSource("unreadableFiles")
    void whatIsNoContractAtAllIsRefused(String text) {
        assertTrue(!problems(text).isEmpty());
    }

    static List<String> unreadableFiles() {
        return List.of("", "# only a comment\n", "a: [", "just text", "[]", "---\na: 1\n---\nb: 2\n", "a: &a [*a]");
    }

    private List<String> problems(String text) {
        ContractResult<Contract> result = loader.load(new SourceFile("c.yaml", text));
        return switch (result) {
            case ContractResult.Loaded<Contract> _ -> throw new AssertionError("it was taken");
            case ContractResult.Refused<Contract>(List<ContractProblem> problems) ->
                problems.stream().map(ContractProblem::toString).toList();
        };
    }
}
