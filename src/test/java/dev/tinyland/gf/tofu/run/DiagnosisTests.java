package dev.tinyland.gf.tofu.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tinyland.gf.tofu.state.LockInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentences are those that OpenTofu 1.12.6 was seen to write, unless a line says otherwise. */
class DiagnosisTests {
    private static final String HELD = """
        Error message: operation error S3: PutObject, https response error StatusCode: 412, RequestID: 1, HostID: , \
        api error PreconditionFailed: At least one of the pre-conditions you specified did not hold
        Lock Info:
          ID:        6c2d5bd4-4ba1-9e6b-0d0e-bd0b1f0ab8b8
          Path:      tofu-state/arc-runners/terraform.tfstate
          Operation: OperationTypeApply
          Who:       runner@gf-nix-x7
          Version:   1.12.6
          Created:   2026-11-21 17:51:57.982625 +0000 UTC
          Info:


        OpenTofu acquires a state lock to protect the state from being written
        by multiple users at the same time.\
        """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "BucketLost|Failed to get existing workspaces: S3 bucket \"tofu-state\" does not exist.",
                "StoreUnreachable|Failed to get existing workspaces: operation error S3: ListObjectsV2, exceeded"
                    + " maximum number of attempts, 5, https response error StatusCode: 0, RequestID: , request send"
                    + " failed, Get \"http://127.0.0.1:1/\": dial tcp 127.0.0.1:1: connect: connection refused",
                "NotAuthorized|Failed to get existing workspaces: operation error S3: ListObjectsV2, https response"
                    + " error StatusCode: 403, api error InvalidAccessKeyId: The Access Key Id you provided does not"
                    + " exist in our records.",
                "NotAuthorized|Error refreshing state: HTTP remote state endpoint requires auth",
                "BackendMismatch|Invalid backend configuration argument: The backend configuration argument \"bucket\""
                        + " given on the command line is not expected for the selected backend type.",
                "BackendMismatch|Backend initialization required: please run \"tofu init\"",
                "BackendMismatch|Missing backend configuration",
                "RegistryUnreachable|Failed to query available provider packages: could not connect to"
                        + " registry.opentofu.org: failed to request discovery document: dial tcp: lookup"
                        + " registry.opentofu.org: no such host",
                "ClusterUnreachable|Kubernetes cluster unreachable: Get \"https://127.0.0.1:6443/version\": dial tcp:"
                        + " connection refused",
                "ClusterUnreachable|Get \"https://100.64.0.1:6443/api/v1/namespaces/x\": dial tcp 100.64.0.1:6443: i/o"
                        + " timeout",
                "NotPersisted|Failed to persist state to backend",
                "Configuration|Reference to undeclared input variable",
                "Configuration|Error: something about a bucket policy of another provider",
            })
    void eachFailureIsOfOneKind(String kind, String summary) {
        Diagnosis diagnosis = Diagnosis.of(List.of(error(summary, "")));
        assertEquals(kind, diagnosis.getClass().getSimpleName());
    }

    @Test
    void warningsExplainNoFailure() {
        Diagnostic warning = new Diagnostic(
                Diagnostic.Severity.WARNING, "Missing backend configuration", "", Optional.empty(), Optional.empty());
        assertInstanceOf(Diagnosis.Configuration.class, Diagnosis.of(List.of(warning)));
    }

    @Test
    void anAttributeThatTheBackendDoesNotKnowIsAMismatchOnlyInTheBackendsFile() {
        Diagnostic inFile = placed("backend.s3.hcl");
        assertInstanceOf(Diagnosis.BackendMismatch.class, Diagnosis.of(List.of(inFile)));
        assertInstanceOf(Diagnosis.Configuration.class, Diagnosis.of(List.of(placed("main.tf"))));
    }

    @Test
    void aHeldLockNamesItsHolder() {
        Diagnosis diagnosis = Diagnosis.of(List.of(error("Error acquiring the state lock", HELD)));
        LockInfo lock = assertInstanceOf(Diagnosis.Locked.class, diagnosis).lock();
        assertEquals("6c2d5bd4-4ba1-9e6b-0d0e-bd0b1f0ab8b8", lock.id());
        assertEquals("OperationTypeApply", lock.operation());
        assertEquals("runner@gf-nix-x7", lock.who());
        assertEquals(Optional.of(Instant.parse("2026-11-21T17:51:57.982625Z")), lock.created());
    }

    @Test
    void aLockThatCannotBeReadIsNoHolder() {
        Diagnosis diagnosis = Diagnosis.of(List.of(error(
                "Error acquiring the state lock",
                "Error message: operation error S3: PutObject, https response error StatusCode: 501, NotImplemented\n\n"
                        + "OpenTofu acquires a state lock")));
        assertEquals(
                "operation error S3: PutObject, https response error StatusCode: 501, NotImplemented",
                assertInstanceOf(Diagnosis.LockUnusable.class, diagnosis).said());
    }

    @Test
    void aTimeNobodyCanReadIsUnknown() {
        LockInfo lock =
                LockText.parse("Lock Info:\n  ID: 1\n  Created:   yesterday").orElseThrow();
        assertEquals(Optional.empty(), lock.created());
    }

    @Test
    void messagesOfTheStreamAreReadAndForeignLinesKept() {
        ObjectMapper json = new ObjectMapper();
        Message message = Message.parse(
                json,
                "{\"@level\":\"error\",\"@message\":\"Error:"
                        + " x\",\"diagnostic\":{\"severity\":\"error\",\"summary\":\"Unsupported"
                        + " argument\",\"detail\":\"An argument named \\\"a\\\" is not expected"
                        + " here.\",\"address\":\"terraform_data.a\","
                        + "\"range\":{\"filename\":\"main.tf\",\"start\":{\"line\":5}}},\"type\":\"diagnostic\"}");
        Diagnostic diagnostic =
                assertInstanceOf(Message.Diagnosed.class, message).diagnostic();
        assertEquals(
                "main.tf:5: terraform_data.a: Unsupported argument: An argument named \"a\" is not expected here.",
                diagnostic.line());
        assertInstanceOf(Message.Foreign.class, Message.parse(json, "panic: runtime error"));
        assertInstanceOf(Message.Foreign.class, Message.parse(json, "[1]"));
        assertInstanceOf(Message.Other.class, Message.parse(json, "{\"type\":\"from_the_future\"}"));
        assertInstanceOf(Message.Progress.class, Message.parse(json, "{\"type\":\"apply_start\",\"@message\":\"a\"}"));
    }

    @Test
    void whatIsWrittenForPeopleIsReadWithoutItsFrame() {
        List<Diagnostic> diagnostics = HumanDiagnostics.read("""
            \u001b[31m╷\u001b[0m
            │ Error: Failed to read plan
            │\s
            │ The plan is encrypted.
            ╵

            │ Warning: Old
            """);
        assertEquals(2, diagnostics.size());
        assertEquals(
                "Failed to read plan: The plan is encrypted.",
                diagnostics.get(0).line());
        assertFalse(diagnostics.get(1).isError());
    }

    private static Diagnostic placed(String file) {
        return new Diagnostic(
                Diagnostic.Severity.ERROR,
                "Unsupported argument",
                "An argument named \"bucket\" is not expected here.",
                Optional.of(new Diagnostic.Place(file, 1)),
                Optional.empty());
    }

    private static Diagnostic error(String summary, String detail) {
        return new Diagnostic(Diagnostic.Severity.ERROR, summary, detail, Optional.empty(), Optional.empty());
    }
}
